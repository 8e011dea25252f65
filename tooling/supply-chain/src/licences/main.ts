import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository.ts";
import { createSbom } from "../sbom/create-sbom.ts";
import { renderLicences } from "./render-licences.ts";

writeFileSync(join(repository, "docs/licences.md"), renderLicences(await createSbom()));

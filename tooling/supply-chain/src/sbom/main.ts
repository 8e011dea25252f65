import { createSbom } from "./create-sbom.ts";

process.stdout.write(`${JSON.stringify(await createSbom(), undefined, 2)}\n`);

import { join } from "node:path";
import { buildClient } from "./build-client.ts";
import { clientDir } from "./client-package.ts";

await buildClient(join(clientDir, "dist"));

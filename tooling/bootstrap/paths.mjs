import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const BOOTSTRAP_DIR = fileURLToPath(new URL(".", import.meta.url));
export const REPO_ROOT = join(BOOTSTRAP_DIR, "..", "..");

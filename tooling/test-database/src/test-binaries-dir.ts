import { fileURLToPath } from "node:url";
import { defaultDataDir } from "@rollcall/database";

const REPO_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Tests unpack Postgres once, to the place where `npm start` has it by default, and share it between runs. */
export function testBinariesDir(): string {
  return defaultDataDir(REPO_ROOT);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** This clone. */
export const repository = join(import.meta.dirname, "../../..");

/** A file of this clone, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(repository, path), "utf8");
}

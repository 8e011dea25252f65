import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const REPOSITORIES = join(import.meta.dirname, "../../../../packages/database/src/repository");

/** Words joined by hyphens, or a template of such: in these sources nothing but names of statements looks like that, and the greatest UUID. */
const NAME = /"((?!f+-)[a-z]+(?:-[a-z]+)+)"|`((?:[a-z]+|\$\{\w+\})(?:-(?:[a-z]+|\$\{\w+\}))+)`/g;

/**
 * The names, and parts of names, that repositories give to the statements they compile once, as their sources have them.
 * What a template fills in may be any words.
 */
export function statementNames(): RegExp[] {
  const files = readdirSync(REPOSITORIES).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const sources = files.map((file) => readFileSync(join(REPOSITORIES, file), "utf8")).join("\n");
  const names = [...sources.matchAll(NAME)].map(([, name, template = ""]) => name ?? template);
  return [...new Set(names)].map((name) => new RegExp(name.replaceAll(/\$\{\w+\}/g, "[a-z-]+")));
}

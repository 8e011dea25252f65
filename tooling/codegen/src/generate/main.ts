import { writeFileSync } from "node:fs";
import { generateFiles } from "./generate-files.ts";
import { repository } from "../repository.ts";

for (const { path, text } of await generateFiles()) {
  writeFileSync(repository + path, text);
  console.log(path);
}

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { repository } from "../repository.ts";
import { generateFiles } from "./generate-files.ts";

describe("committed generated files", async () => {
  it.each(await generateFiles())("$path is what `pnpm codegen` writes", ({ path, text }) => {
    // Not toBe: the difference of two such texts takes long to find and is of no use.
    expect(readFileSync(repository + path, "utf8") === text).toBe(true);
  });
});

import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = `${import.meta.dirname}/../../../..`;
const page = readFileSync(`${root}/docs/scim.md`, "utf8");

/** The rows of all tables that say what shows what they claim. */
const tables = page.split("\n\n").filter((block) => block.startsWith("|") && block.includes("| shown by"));
const rows = tables.flatMap((table) => table.trimEnd().split("\n").slice(2));

/** `[label]: ../path`: what stands for which file. */
const files = new Map(
  [...page.matchAll(/^\[(.+)\]: \.\.\/(\S+)$/gm)].map(([, label = "", file = ""]) => [label, file]),
);

/** The last cell of a row: `[label] › title · [label] › title`. */
const proofs = rows.flatMap((row) => {
  const cell = row.split(" | ").at(-1) ?? "";
  return cell.split(" · ").map((proof) => /^\[(?<label>[^\]]+)\] › (?<title>.+?)(?:\s*\|)?$/.exec(proof)?.groups ?? {});
});

describe("docs/scim.md", () => {
  it("names a test in every row", () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(proofs.filter(({ label, title }) => label === undefined || title === undefined)).toEqual([]);
  });

  it.each(proofs.map(({ label = "", title = "" }) => [label, title] as const))("%s › %s is a test", (label, title) => {
    const file = files.get(label);
    expect(file, `${label} is a link`).toBeDefined();
    expect(titlesIn(`${root}/${file}`, title)).not.toEqual([]);
  });
});

/** The texts in a file that are `title`, with or without the name of the RFC. */
function titlesIn(path: string, title: string): string[] {
  // A scenario of an identity provider is a file of its own.
  if (statSync(path).isDirectory()) return existsSync(`${path}/${title}.json`) ? [title] : [];
  const texts = readFileSync(path, "utf8").matchAll(/"((?:[^"\\\n]|\\.)*)"/g);
  return [...texts].map(([, text = ""]) => text.replace(/^RFC \d+ /, "")).filter((text) => isTitle(text, title));
}

/** `%s` in the name of a test stands for one of its cases. */
function isTitle(text: string, title: string): boolean {
  const [first = "", ...rest] = text.split("%s");
  const last = rest.at(-1);
  if (last === undefined) return text === title;
  return first + last !== "" && title.startsWith(first) && title.endsWith(last);
}

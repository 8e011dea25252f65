import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";

const root = `${import.meta.dirname}/../../../..`;
const page = readFileSync(`${root}/docs/scim.md`, "utf8");
const rows = page.split("\n").filter((line) => /^\| §/.test(line));

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
    expect(titlesIn(`${root}/${file}`, title)).toContainEqual(expect.stringMatching(/./));
  });
});

/** The texts in a file that are `title`, with or without the number of the RFC, where `%s` stands for anything. */
function titlesIn(path: string, title: string): string[] {
  // A scenario of an identity provider is a file of its own.
  if (statSync(path).isDirectory()) return existsSync(`${path}/${title}.json`) ? [title] : [];
  const texts = [...readFileSync(path, "utf8").matchAll(/"((?:[^"\\]|\\.)*)"|`([^`]*)`/g)];
  return texts.map(([, quoted = "", template = ""]) => quoted + template).filter((text) => matches(text, title));
}

function matches(text: string, title: string): boolean {
  const pattern = RegExp.escape(text.replace(/^RFC \d+ /, "")).replaceAll("%s", ".+");
  return new RegExp(`^${pattern}$`).test(title);
}

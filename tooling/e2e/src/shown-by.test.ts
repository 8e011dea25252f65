import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "./start-rollcall.fixture.ts";

/** Pages whose tables say by which tests each of their claims is shown, and how many claims they hold at least. */
const pages = { "docs/scim.md": 50, "docs/security.md": 25 };

describe.each(Object.entries(pages))("%s", (path, minClaims) => {
  const page = readFileSync(join(repository, path), "utf8");
  const rows = claimsIn(page);
  const proofs = rows.flatMap(proofsIn);
  const files = linksIn(page);

  it("names a test in every row", () => {
    expect(rows.length).toBeGreaterThanOrEqual(minClaims);
    expect(proofs.filter(({ label, title }) => label === undefined || title === undefined)).toEqual([]);
  });

  it.each(proofs.map(({ label = "", title = "" }) => [label, title] as const))("%s › %s is a test", (label, title) => {
    const file = files.get(label);
    expect(file, `${label} is a link`).toBeDefined();
    expect(titlesIn(join(repository, file ?? ""), title)).not.toEqual([]);
  });
});

/** The rows of all tables that say what shows what they claim. */
function claimsIn(page: string): string[] {
  const tables = page.split("\n\n").filter((block) => block.startsWith("|") && block.includes("| shown by"));
  return tables.flatMap((table) => table.trimEnd().split("\n").slice(2));
}

/** The last cell of a row: `[label] › title · [label] › title`. */
function proofsIn(row: string): Partial<Record<string, string>>[] {
  const cell = row.split(" | ").at(-1) ?? "";
  return cell.split(" · ").map((proof) => /^\[(?<label>[^\]]+)\] › (?<title>.+?)(?:\s*\|)?$/.exec(proof)?.groups ?? {});
}

/** `[label]: ../path`: what stands for which file. */
function linksIn(page: string): ReadonlyMap<string, string> {
  return new Map([...page.matchAll(/^\[(.+)\]: \.\.\/(\S+)$/gm)].map(([, label = "", file = ""]) => [label, file]));
}

/** The texts in a file that are `title`, with or without the name of the RFC. */
function titlesIn(path: string, title: string): string[] {
  // A scenario of an identity provider is a file of its own.
  if (statSync(path).isDirectory()) return existsSync(`${path}/${title}.json`) ? [title] : [];
  const texts = readFileSync(path, "utf8").matchAll(/"((?:[^"\\\n]|\\.)*)"/g);
  return [...texts].map(([, text = ""]) => text.replace(/^RFC \d+ /, "")).filter((text) => isTitle(text, title));
}

/** `%s` in the name of a test stands for one of its cases. */
function isTitle(text: string, title: string): boolean {
  if (text === title) return true;
  const [first = "", ...rest] = text.split("%s");
  const last = rest.at(-1);
  return last !== undefined && first + last !== "" && title.startsWith(first) && title.endsWith(last);
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { apiKeyKind, mintCredential, newId, readCredentialIds, tokenKind } from "@rollcall/domain";
import { describe, expect, it } from "vitest";
import { repository } from "./start-rollcall.fixture.ts";

const page = readFileSync(join(repository, "docs/security.md"), "utf8");

describe("the form that docs/security.md tells scanners", () => {
  it("finds every token and API key, and nothing that is none", () => {
    const kinds = { token: tokenKind, "API key": apiKeyKind };
    for (const [name, kind] of Object.entries(kinds)) {
      const form = new RegExp(`^\\| ${name} +\\| \`(.+?)\` +\\|$`, "m").exec(page)?.[1] ?? "";
      for (let time = 0; time < 100; time++) {
        const ids = Array.from({ length: kind.idCount }, newId);
        const credential = mintCredential(kind, ids);
        expect(new RegExp(form, "g").exec(`key=${credential}, next`)?.[0]).toBe(credential);
        expect(readCredentialIds(kind, credential)).toEqual(ids);
        expect(new RegExp(form).test(credential.slice(0, -1))).toBe(false);
        expect(new RegExp(form).test(`${credential}x`)).toBe(false);
      }
    }
  });
});

describe("the files for those who report weaknesses", () => {
  it("lead to each other", () => {
    expect(page).toContain("`SECURITY.md`");
    expect(readFileSync(join(repository, "SECURITY.md"), "utf8")).toContain("](docs/security.md)");
  });
});

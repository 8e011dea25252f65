import { readFileSync } from "node:fs";
import { errorCatalogue, errorCodes } from "@rollcall/rpc";
import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";

const api = useApi();

describe("docs/errors.md", () => {
  it("has a row for every error of the catalogue, and no other", () => {
    const page = readFileSync(`${import.meta.dirname}/../../../docs/errors.md`, "utf8");
    const rows = page.split("\n").flatMap((line) => {
      const [, code, status, title, remedy] = line.split(/\s*\|\s*/);
      return code?.startsWith("`") ? [{ code: code.replaceAll("`", ""), status, title, remedy }] : [];
    });
    const catalogue = errorCodes.map((code) => {
      const { status, title, remedy } = errorCatalogue[code];
      return { code, status: String(status), title: `${title}.`, remedy };
    });
    expect(rows).toEqual(catalogue);
  });
});

describe("/docs/errors", () => {
  it("is where the type of a problem leads", async () => {
    const { body } = await api.call<{ type: string }>("GET /api/v1/tenants/42");
    const [path, anchor] = body.type.split("#");
    const page = await api.call(`GET ${path}`, { headers: { authorization: "" } });
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.text).toContain(`id="${anchor}"`);
    for (const code of errorCodes) expect(page.text).toContain(`id="${code}"`);
  });
});

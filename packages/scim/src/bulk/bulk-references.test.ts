import { describe, expect, it } from "vitest";
import { parseJson } from "../json/parse-json.ts";
import { bulkIdsIn, resolvePathReferences, resolveReferences } from "./bulk-references.ts";

const data = {
  displayName: "Team",
  manager: "bulkId:m",
  members: [{ type: "User", value: "bulkId:a" }, { value: "bulkId:b" }, "bulkId:c", { value: "7" }],
  "urn:x": { manager: { value: "bulkId:a" }, department: "R&D" },
};
const known = (bulkId: string): string => `id-${bulkId}`;
const only =
  (...bulkIds: string[]) =>
  (bulkId: string) =>
    bulkIds.includes(bulkId) ? known(bulkId) : undefined;

describe("references to bulkIds", () => {
  it("are found in the path and anywhere in the data, each once", () => {
    expect([...bulkIdsIn({ path: "/Groups/bulkId:g", data })]).toEqual(["g", "m", "a", "b", "c"]);
    expect(bulkIdsIn({ path: "/Groups", data: { displayName: "About bulkId:x", list: [null, 1, true] } }).size).toBe(0);
  });

  it("are replaced wherever they are", () => {
    expect(resolvePathReferences("/Groups/bulkId:g", known)).toBe("/Groups/id-g");
    expect(resolveReferences(data, known)).toEqual({
      displayName: "Team",
      manager: "id-m",
      members: [{ type: "User", value: "id-a" }, { value: "id-b" }, "id-c", { value: "7" }],
      "urn:x": { manager: { value: "id-a" }, department: "R&D" },
    });
  });

  it("take with them, when left out, all that holds them up to the list or the resource", () => {
    expect(resolveReferences(data, only("b"))).toEqual({
      displayName: "Team",
      members: [{ value: "id-b" }, { value: "7" }],
    });
    expect(resolveReferences("bulkId:a", only())).toBeNull();
  });

  it("leave __proto__ an ordinary key", () => {
    const resolved = resolveReferences(parseJson('{"__proto__":{"a":"bulkId:x"}}'), known);
    expect(JSON.stringify(resolved)).toBe('{"__proto__":{"a":"id-x"}}');
    expect(Object.getPrototypeOf(resolved)).toBe(Object.prototype);
  });
});

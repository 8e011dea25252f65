import { type Attribute, groupAttributes, isSortable, userAttributes } from "@rollcall/domain";
import {
  groupType,
  parseFilter,
  readSort,
  resolveFilter,
  type ResourceType,
  ScimError,
  userType,
} from "@rollcall/scim";
import { describe, expect, it } from "vitest";
import { listQuery } from "../resources/list-query.ts";
import { filterToPredicate } from "./filter-to-predicate.ts";

const baseUrl = "https://scim.example/scim";

/** Every attribute of a type, by its full path. */
function pathsOf(attributes: ResourceType<unknown>["attributes"]): string[] {
  return [...attributes.values()].flatMap(({ path, type, attributes: parts }) =>
    type === "complex" ? [path, ...pathsOf(parts)] : [path],
  );
}

/** The domain's attribute that `path pr` asks for; undefined where filters cannot ask. */
function filtered(type: ResourceType<unknown>, path: string): Attribute | undefined {
  try {
    const predicate = filterToPredicate(resolveFilter(type, parseFilter(`${path} pr`)), { type, baseUrl });
    return predicate.kind === "present" ? predicate.attribute : undefined;
  } catch (error) {
    if (error instanceof ScimError && error.code === "invalidFilter") return undefined;
    throw error;
  }
}

/** What a list is sorted by; undefined where it cannot be. */
function sorted(type: ResourceType<unknown>, path: string): Attribute | undefined {
  try {
    if (readSort(type, { sortBy: path })?.path !== path) return undefined;
    return listQuery(new URLSearchParams({ sortBy: path }), type, { scope: "", baseUrl }).order?.attribute;
  } catch (error) {
    if (error instanceof ScimError) return undefined;
    throw error;
  }
}

function byName(attributes: readonly (Attribute | undefined)[]): Record<string, Attribute> {
  return Object.fromEntries(attributes.flatMap((each) => (each === undefined ? [] : [[each.path.join("."), each]])));
}

describe.each([
  ["User", userType, userAttributes],
  ["Group", groupType, groupAttributes],
] as const)("the filter languages of SCIM and of the domain name the same attributes of %s", (_, type, table) => {
  const paths = pathsOf(type.attributes);
  // SCIM knows the version as part of an ETag only.
  const { version, ...expected } = table;

  it("to filter by", () => {
    expect(byName(paths.map((path) => filtered(type, path)))).toEqual(expected);
    expect(version.type).toBe("number");
  });

  it("and to sort by", () => {
    const sortable = Object.values(expected).filter((attribute) => isSortable(attribute));
    expect(byName(paths.map((path) => sorted(type, path)))).toEqual(byName(sortable));
  });
});

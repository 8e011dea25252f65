import { type Attribute, attributeTypes } from "@rollcall/domain";
import { type FilterAttribute, SCHEMA_ENTERPRISE_USER, ScimError } from "@rollcall/scim";

/** Where SCIM's keys differ from the domain's. */
const renamed = new Map<string, readonly string[]>([
  [SCHEMA_ENTERPRISE_USER, ["enterprise"]],
  ["meta.created", ["createdAt"]],
  ["meta.lastModified", ["updatedAt"]],
]);

/** What is made for an answer and stored nowhere. */
const COMPUTED = new Set([
  "meta",
  "meta.resourceType",
  "meta.location",
  "meta.version",
  "schemas",
  "members.$ref",
  "groups.$ref",
]);

/**
 * An attribute that a filter names, in the domain's words. `path` is canonical: `emails.value`.
 * @throws ScimError 400 invalidFilter for what is not stored.
 */
export function attributeFromScim(path: string, { keys, type, caseExact, multiValued }: FilterAttribute): Attribute {
  if (COMPUTED.has(path)) throw new ScimError("invalidFilter", `Resources cannot be searched by ${path} in this way.`);
  const [first = "", ...rest] = keys;
  const whole = renamed.get(keys.join("."));
  if (whole === undefined && first.includes(":") && !renamed.has(first)) {
    return { path: ["extensions", ...keys], type: attributeTypes[type], caseExact, multiValued };
  }
  return {
    path: whole ?? [...(renamed.get(first) ?? [first]), ...rest],
    type: attributeTypes[type],
    caseExact,
    multiValued,
  };
}

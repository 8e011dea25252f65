import { ScimError } from "../errors/scim-error.ts";
import { getOwn, type JsonObject, type JsonValue } from "../json/json-value.ts";
import { MAX_VALUES_PER_ATTRIBUTE, readAttributes, toComplex } from "../resource/read-value.ts";
import { membersAttribute } from "./members-attribute.ts";
import type { MemberReference } from "./member-change.ts";

/** Members one request may name. */
export const MAX_MEMBERS_PER_REQUEST = MAX_VALUES_PER_ATTRIBUTE;

/**
 * Reads members in any shape providers send: a list or a single one, objects or bare ids, with or
 * without type and display. Whoever is named twice is there once; null is nobody.
 *
 * @throws ScimError 400 invalidValue for a member without id; 413 above MAX_MEMBERS_PER_REQUEST.
 */
export function readMembers(value: JsonValue): MemberReference[] {
  const entries = Array.isArray(value) ? value : [value];
  requireMemberCount(entries.length);
  const members = new Map<string, MemberReference>();
  for (const entry of entries) {
    if (entry === null) continue;
    const member = readMember(entry);
    if (members.get(member.value)?.type === undefined) members.set(member.value, member);
  }
  return [...members.values()];
}

/** @throws ScimError 413 above MAX_MEMBERS_PER_REQUEST. */
export function requireMemberCount(count: number): void {
  if (count <= MAX_MEMBERS_PER_REQUEST) return;
  throw new ScimError("payloadTooLarge", `A request may name at most ${MAX_MEMBERS_PER_REQUEST} members.`);
}

function readMember(entry: JsonValue): MemberReference {
  const member = readAttributes(membersAttribute.attributes, toComplex(membersAttribute, entry));
  const value = getOwn(member, "value");
  if (typeof value !== "string" || value.trim() === "") {
    throw new ScimError("invalidValue", "A member needs a value.");
  }
  const type = readMemberType(member);
  return type === undefined ? { value } : { value, type };
}

function readMemberType(member: JsonObject): MemberReference["type"] {
  const type = getOwn(member, "type");
  const types = ["User", "Group"] as const;
  return types.find((known) => typeof type === "string" && known.toLowerCase() === type.toLowerCase());
}

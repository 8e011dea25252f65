import { type Attribute, listAttribute as list, singleAttribute as single } from "../predicate/attribute.ts";

/**
 * Every attribute that lists of groups can be filtered by, under its dotted path; `isSortable` tells which they can be
 * ordered by. Case rules are those of RFC 7643 §8.7.1.
 */
export const groupAttributes = {
  id: { ...single("text", "id"), caseExact: true },
  externalId: { ...single("text", "externalId"), caseExact: true },
  displayName: single("text", "displayName"),
  version: single("number", "version"),
  createdAt: single("time", "createdAt"),
  updatedAt: single("time", "updatedAt"),
  members: list("complex", "members"),
  "members.value": list("text", "members", "value"),
  "members.display": list("text", "members", "display"),
  "members.type": list("text", "members", "type"),
} as const satisfies Record<string, Attribute>;

export type GroupAttributeName = keyof typeof groupAttributes;

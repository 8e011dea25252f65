import { type Attribute, textAttribute } from "../predicate/attribute.ts";

/** The attributes of groups that look-ups name most. */
export const groupAttributes = {
  displayName: textAttribute("displayName"),
  externalId: { ...textAttribute("externalId"), caseExact: true },
} as const satisfies Record<string, Attribute>;

import { type Attribute, textAttribute } from "../predicate/attribute.ts";

/** The attributes of users that look-ups name most. */
export const userAttributes = {
  userName: textAttribute("userName"),
  externalId: { ...textAttribute("externalId"), caseExact: true },
  email: { ...textAttribute("emails", "value"), multiValued: true },
  active: { path: ["active"], type: "boolean", caseExact: true, multiValued: false },
} as const satisfies Record<string, Attribute>;

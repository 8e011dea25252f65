import { randomBytes } from "node:crypto";
import { type JsonObject, isObject, listAt } from "../client/json.ts";
import type { Person } from "../company/company.ts";
import { schemas } from "../requirements/schemas.ts";

/** The attributes the app maps, as Okta writes them. */
export function profileBody(person: Person): JsonObject {
  const { manager } = person;
  return {
    schemas: [schemas.user, schemas.enterpriseUser],
    userName: person.userName,
    name: { givenName: person.givenName, familyName: person.familyName },
    emails: [{ primary: true, value: person.email, type: "work" }],
    phoneNumbers: [{ primary: true, value: person.phone, type: "work" }],
    displayName: person.displayName,
    title: person.title,
    locale: person.locale,
    [schemas.enterpriseUser]: {
      employeeNumber: person.employeeNumber,
      costCenter: person.costCenter,
      department: person.department,
      ...(manager && { manager: { value: manager.employeeNumber, displayName: manager.displayName } }),
    },
  };
}

/** POST /Users: Okta adds a random password even when Sync Password is off. */
export function newUserBody(person: Person): JsonObject {
  return { ...profileBody(person), externalId: person.oktaId, groups: [], password: randomPassword(), active: true };
}

/** A PUT body: the GET answer with the mapped attributes written over; everything else echoes back. */
export function mergedBody(current: JsonObject, changes: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...current };
  for (const [key, value] of Object.entries(changes)) {
    const before = current[key];
    merged[key] = isObject(before) && isObject(value) ? { ...before, ...value } : value;
  }
  return { ...merged, schemas: [...new Set([...listAt(current, "schemas"), ...listAt(changes, "schemas")])] };
}

export function randomPassword(): string {
  return `${randomBytes(12).toString("base64url")}aA1!`;
}

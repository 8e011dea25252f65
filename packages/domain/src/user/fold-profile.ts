import { fold } from "../identity/fold.ts";
import type { UserProfile } from "./user-profile.ts";

/** References and binary values are compared as they are (RFC 7643 §2.3.6, §2.3.7). */
const CASE_EXACT = new Set(["profileUrl", "photos.value", "x509Certificates.value", "enterprise.manager.$ref"]);

/** The profile as it is compared: every text folded but those that are case-exact. */
export function foldProfile(profile: UserProfile): object {
  return foldEntries(profile, "");
}

function foldEntries(value: object, prefix: string): object {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, foldValue(entry, `${prefix}${key}`)]));
}

function foldValue(value: unknown, path: string): unknown {
  if (typeof value === "string") return CASE_EXACT.has(path) ? value : fold(value);
  if (Array.isArray(value)) return value.map((element) => foldValue(element, path));
  return typeof value === "object" && value !== null ? foldEntries(value, `${path}.`) : value;
}

import { fold } from "../identity/fold.ts";
import type { UserProfile } from "./user-profile.ts";

/** The profile as attributes that are not case-exact are compared: every text in it folded. */
export function foldProfile(profile: UserProfile): object {
  return foldEntries(profile);
}

function foldEntries(value: object): object {
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, foldValue(entry)]));
}

function foldValue(value: unknown): unknown {
  if (typeof value === "string") return fold(value);
  if (Array.isArray(value)) return value.map(foldValue);
  return typeof value === "object" && value !== null ? foldEntries(value) : value;
}

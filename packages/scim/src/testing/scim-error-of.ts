import { ScimError } from "../errors/scim-error.ts";

/** The ScimError that `action` throws. Anything else, or nothing, fails the test. */
export function scimErrorOf(action: () => unknown): ScimError {
  try {
    action();
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error("No ScimError was thrown.");
}

/** What `action` returns, or undefined if it throws a ScimError. Anything else fails the test. */
export function unlessScimError<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof ScimError) return undefined;
    throw error;
  }
}

import { ScimError } from "@rollcall/scim";
import { summarise } from "../summarise.ts";
import { REFUSED } from "../target.ts";

/** @throws Error saying what does not hold. */
export function hold(what: string, holds: boolean): void {
  if (!holds) throw new Error(`It does not hold that ${what}.`);
}

/** What `read` returns, or its refusal: a SCIM error of the client's. Anything else that is thrown is a find. */
export function readOrRefuse<TResult>(
  read: () => TResult,
): { readonly result: TResult } | { readonly refusal: string } {
  try {
    return { result: read() };
  } catch (error) {
    if (error instanceof ScimError && error.status >= 400 && error.status < 500) {
      return { refusal: `${REFUSED}${error.code}: ${summarise(error.detail)}` };
    }
    throw error;
  }
}

import { TRPCError } from "@trpc/server";

/** The one answer to everybody without a valid API key. */
export function unauthorized(): TRPCError {
  return new TRPCError({ code: "UNAUTHORIZED", message: "A valid API key is required, as a bearer token." });
}

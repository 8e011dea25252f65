import type { TRPCError } from "@trpc/server";
import { errorShape } from "./error-shape.ts";

/** The body of a REST error that the edge itself answers: as those that procedures cause. */
export function errorBody(error: TRPCError, requestId: string) {
  return { ...errorShape(error, { requestId }), code: error.code };
}

/** The same in tRPC's envelope, which its clients can read. */
export function errorEnvelope(error: TRPCError, requestId: string) {
  return { error: errorShape(error, { requestId }) };
}

import type { IncomingMessage } from "node:http";
import { OverloadError } from "@rollcall/http";
import { ScimError } from "@rollcall/scim";
import { MAX_BODY_BYTES, MAX_HELD_BODY_BYTES, RETRY_AFTER_SECONDS } from "./limits.ts";

type Incoming = Pick<IncomingMessage, "headers"> & AsyncIterable<Uint8Array>;

/**
 * Receives the body of a request, and holds it while `work` needs it.
 * @throws ScimError 413 for a body over MAX_BODY_BYTES, 400 for one that breaks off; OverloadError `busy` when all
 * bodies together would be more than MAX_HELD_BODY_BYTES.
 */
export type ReceiveBody = <TResult>(request: Incoming, work: (bytes: Buffer) => Promise<TResult>) => Promise<TResult>;

export function createReceiveBody(maxHeldBytes: number = MAX_HELD_BODY_BYTES): ReceiveBody {
  let heldBytes = 0;

  return async function receiveBody(request, work) {
    let length = 0;
    const hold = (bytes: number) => {
      length += bytes;
      heldBytes += bytes;
      if (length > MAX_BODY_BYTES) throw tooLarge();
      if (heldBytes > maxHeldBytes) {
        throw new OverloadError("busy", "Too many large requests are in hand.", RETRY_AFTER_SECONDS);
      }
    };
    try {
      return await work(await receive(request, hold));
    } finally {
      heldBytes -= length;
    }
  };
}

async function receive(request: Incoming, hold: (bytes: number) => void): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) {
      const bytes = Buffer.from(chunk);
      hold(bytes.length);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof ScimError || error instanceof OverloadError) throw error;
    // The client went away: nobody will read this answer, and it is no fault of ours to be logged.
    throw new ScimError("invalidSyntax", "The body broke off.", { cause: error });
  }
  return Buffer.concat(chunks);
}

function tooLarge(): ScimError {
  return new ScimError("payloadTooLarge", `The body is larger than ${MAX_BODY_BYTES} bytes.`);
}

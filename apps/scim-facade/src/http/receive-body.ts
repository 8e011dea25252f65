import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { OverloadError } from "@rollcall/http";
import { ScimError } from "@rollcall/scim";
import { MAX_BODY_BYTES, MAX_HELD_BODY_BYTES, RETRY_AFTER_SECONDS } from "./limits.ts";

type Incoming = Pick<IncomingMessage, "headers"> & Readable;

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

/** By events: most bodies come as one chunk, and an iteration would cost several turns of the event loop. */
function receive(request: Incoming, hold: (bytes: number) => void): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", keep);
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("close", () => {
      // The client went away: nobody will read this answer, and it is no fault of ours to be logged.
      if (!request.readableEnded) reject(new ScimError("invalidSyntax", "The body broke off."));
    });

    function keep(chunk: Buffer): void {
      try {
        hold(chunk.length);
        chunks.push(chunk);
      } catch (error) {
        request.off("data", keep).pause();
        reject(error);
      }
    }
  });
}

function tooLarge(): ScimError {
  return new ScimError("payloadTooLarge", `The body is larger than ${MAX_BODY_BYTES} bytes.`);
}

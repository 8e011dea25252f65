import { z } from "zod";
import type { HttpReply } from "../http/send.ts";
import type { Outcome } from "./operation.ts";

const versioned = z.object({ id: z.string(), meta: z.object({ version: z.string() }) });
const found = z.object({ Resources: z.array(versioned) });

/** What a client may conclude from a reply. */
export function toOutcome(reply: HttpReply): Outcome {
  if (reply.kind === "unanswered") {
    const { sent, reason } = reply;
    return sent
      ? { kind: "unknown", status: undefined, retryAfter: false, reason }
      : { kind: "refused", status: undefined };
  }
  const { status, body, retryAfter } = reply;
  if (status >= 500) {
    return { kind: "unknown", status, retryAfter: /^\d+$/.test(retryAfter ?? ""), reason: JSON.stringify(body) };
  }
  if (status >= 400) return { kind: "refused", status };
  const resource = versioned.safeParse(body).data ?? found.safeParse(body).data?.Resources[0];
  return { kind: "acknowledged", status, id: resource?.id, version: versionOf(resource?.meta.version) };
}

/** `W/"3"` is version 3. */
export function versionOf(tag: string | undefined): number | undefined {
  const digits = /^W\/"(\d+)"$/.exec(tag ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

import { createOnceAMinute, failedAuthentication, type OpenDirectory, type RefusedToken } from "@rollcall/domain";
import { clientAddress } from "@rollcall/http";
import type { Logger } from "@rollcall/telemetry";
import type { Request, Response } from "express";

export type RecordRefusal = (token: RefusedToken, request: Request, response: Response) => void;

interface RefusalRecorderOptions {
  readonly openDirectory: OpenDirectory;
  readonly logger: Logger;
}

/**
 * Writes to its tenant's audit log that a token was refused, off the request's path, and once a minute at most: nobody
 * can fill the log, nor write to it with a token that does not exist.
 */
export function createRefusalRecorder({ openDirectory, logger }: RefusalRecorderOptions): RecordRefusal {
  const onceAMinute = createOnceAMinute((error) =>
    logger.warn({ err: error }, "could not note a refusal in the audit log"),
  );
  return ({ tenantId, tokenId }, request, response) => {
    const provenance = { requestId: String(response.locals.requestId), ipAddress: clientAddress(request) ?? null };
    const { audit } = openDirectory(tenantId, { provenance });
    onceAMinute(tokenId, () => audit.append(failedAuthentication("token", tokenId)));
  };
}

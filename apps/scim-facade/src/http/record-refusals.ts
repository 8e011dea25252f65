import { createOnceAMinute, failedAuthentication, type OpenDirectory, type RefusedToken } from "@rollcall/domain";
import type { ClientReader } from "@rollcall/http";
import type { Logger } from "@rollcall/telemetry";
import type { Exchange } from "./exchange.ts";

export type RecordRefusal = (token: RefusedToken, exchange: Exchange) => void;

interface RefusalRecorderOptions {
  readonly openDirectory: OpenDirectory;
  readonly clients: ClientReader;
  readonly logger: Logger;
}

/**
 * Writes to its tenant's audit log that a token was refused, off the request's path, and once a minute at most: nobody
 * can fill the log, nor write to it with a token that does not exist.
 */
export function createRefusalRecorder({ openDirectory, clients, logger }: RefusalRecorderOptions): RecordRefusal {
  const onceAMinute = createOnceAMinute((error) =>
    logger.warn({ err: error }, "could not note a refusal in the audit log"),
  );
  return ({ tenantId, tokenId }, { request, requestId }) => {
    const provenance = { requestId, ipAddress: clients.address(request) ?? null };
    const { audit } = openDirectory(tenantId, { provenance });
    onceAMinute(tokenId, () => audit.append(failedAuthentication("token", tokenId)));
  };
}

import type { OpenDirectory, TokenIdentity } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";
import type { Logger } from "@rollcall/telemetry";
import type { Request, RequestHandler, Response } from "express";
import type { ReadTenantTypes } from "../tenant-types/create-tenant-types.ts";
import { authenticate, type Guard } from "./authenticate.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import type { ReceiveBody } from "./receive-body.ts";
import type { ScimHandler, ScimRequest } from "./scim-request.ts";
import { sendReply } from "./send.ts";
import type { Traffic } from "./traffic.ts";

/** What one path answers, by method; what is missing is refused with 405. */
export type Endpoint = Partial<Record<Method, ScimHandler>>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

export interface HandlerOptions extends Guard {
  readonly openDirectory: OpenDirectory;
  readonly traffic: Traffic;
  readonly receiveBody: ReceiveBody;
  readonly tenantTypes: ReadTenantTypes;
  readonly baseUrl: string;
  readonly logger: Logger;
}

const NO_BODY = Buffer.alloc(0);

/**
 * An Express handler for one endpoint: authenticate, receive the body, and when it is the tenant's turn bind the
 * tenant, parse, answer. A slow sender takes nobody's turn.
 */
export function handle(endpoint: Endpoint, options: HandlerOptions): RequestHandler {
  const { traffic, receiveBody } = options;
  const allowed = methods.filter((method) => endpoint[method] !== undefined);
  const allow = (endpoint.GET === undefined ? allowed : ["HEAD", ...allowed]).join(", ");
  return async (request, response) => {
    const identity = await authenticate(request, response, options);
    await traffic.count(identity);
    const method = allowed.find((name) => name === (request.method === "HEAD" ? "GET" : request.method));
    const handler = method && endpoint[method];
    if (handler === undefined) {
      response.setHeader("Allow", allow);
      throw new ScimError("methodNotAllowed", `This endpoint answers ${allow} only.`);
    }
    refusePaused(request, identity);
    const answer = (bytes: Buffer) =>
      traffic.takeTurn(identity, async () =>
        handler(await readRequest(request, response, { identity, bytes, options })),
      );
    const hasBody = method !== "GET" && method !== "DELETE";
    sendReply(request, response, await (hasBody ? receiveBody(request, answer) : answer(NO_BODY)));
  };
}

function refusePaused({ method, path }: Request, { connection }: TokenIdentity): void {
  const isRead = method === "GET" || method === "HEAD" || path.endsWith("/.search");
  if (isRead || connection.state !== "paused") return;
  throw new ScimError(
    "forbidden",
    "The connection is paused: it can be read, but changes are refused until it is resumed.",
  );
}

interface Received {
  readonly identity: TokenIdentity;
  readonly bytes: Buffer;
  readonly options: HandlerOptions;
}

async function readRequest(
  request: Request,
  response: Response,
  { identity, bytes, options: { openDirectory, tenantTypes, traffic, baseUrl, logger } }: Received,
): Promise<ScimRequest> {
  const { id } = request.params;
  const { headers } = request;
  const requestId = String(response.locals.requestId);
  // Without a provenance: what identity providers change stands in the event feed, and a second record of each change
  // would cost every write a round trip.
  const directory = openDirectory(identity.tenantId, { sees: "idp" });
  return {
    identity,
    directory,
    actor: { kind: "connection", id: identity.connection.id },
    types: await tenantTypes(directory),
    groupRules: {
      uniqueNames: identity.connection.uniqueGroupNames,
      unknownMembers: identity.connection.unknownMembers,
      onSkipped: (memberIds) => logger.warn({ requestId, memberIds }, "left out members that do not exist"),
    },
    baseUrl,
    id: typeof id === "string" ? id : "",
    query: readQuery(request.url),
    body: await readBody(headers, bytes),
    ifMatch: headers["if-match"],
    ifNoneMatch: headers["if-none-match"],
    countMore: (requests) => traffic.count(identity, requests),
    reportFault: (error) => logger.error({ err: error, requestId }, "operation failed"),
  };
}

import type { OpenDirectory, TokenIdentity } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";
import type { Logger } from "@rollcall/telemetry";
import type { ReadTenantTypes } from "../tenant-types/create-tenant-types.ts";
import { authenticate, type Guard } from "./authenticate.ts";
import type { Exchange } from "./exchange.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import type { ReceiveBody } from "./receive-body.ts";
import { checkUrl, decodePart } from "./request-url.ts";
import type { Route, RouteMatch } from "./route-table.ts";
import type { ScimHandler, ScimReply, ScimRequest } from "./scim-request.ts";
import type { Traffic } from "./traffic.ts";

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
 * Handles a request: authenticate, receive the body, and when it is the tenant's turn bind the tenant, parse, answer. A
 * slow sender takes nobody's turn.
 * @param match undefined where there is no endpoint: a stranger is not even told which paths exist.
 * @throws ScimError, DomainError or OverloadError for every refusal.
 */
export async function handle(
  exchange: Exchange,
  match: RouteMatch | undefined,
  options: HandlerOptions,
): Promise<ScimReply> {
  const { request } = exchange;
  checkUrl(request.url ?? "");
  const id = decodePart(match?.encodedId ?? "");
  const identity = await authenticate(exchange, options);
  if (match === undefined) throw new ScimError("notFound", "There is no such endpoint.");
  const { traffic, receiveBody } = options;
  await traffic.count(identity);
  const handler = handlerFor(exchange, match.route);
  refusePaused(request.method, match.route, identity);
  const answer = (bytes: Buffer) =>
    traffic.takeTurn(identity, async () => handler(await readRequest(exchange, { identity, id, bytes }, options)));
  const reply = await (hasBody(request.method) ? receiveBody(request, answer) : answer(NO_BODY));
  if (reply.pieces === undefined) return reply;
  return { ...reply, pieces: inTurns(reply.pieces, (work) => traffic.takeTurn(identity, work)) };
}

/** Has each piece made when it is the tenant's turn: a slow receiver takes nobody's turn either. */
async function* inTurns(
  pieces: AsyncIterable<string>,
  takeTurn: (work: () => Promise<IteratorResult<string>>) => Promise<IteratorResult<string>>,
): AsyncGenerator<string> {
  const iterator = pieces[Symbol.asyncIterator]();
  for (;;) {
    const piece = await takeTurn(() => iterator.next());
    if (piece.done === true) return;
    yield piece.value;
  }
}

function handlerFor({ request, response }: Exchange, { handlers, allow }: Route): ScimHandler {
  const handler = handlers.get(request.method ?? "");
  if (handler !== undefined) return handler;
  response.setHeader("Allow", allow);
  throw new ScimError("methodNotAllowed", `This endpoint answers ${allow} only.`);
}

function refusePaused(method: string | undefined, { pattern }: Route, { connection }: TokenIdentity): void {
  if (connection.state !== "paused" || method === "GET" || method === "HEAD" || pattern.endsWith("/.search")) return;
  throw new ScimError(
    "forbidden",
    "The connection is paused: it can be read, but changes are refused until it is resumed.",
  );
}

function hasBody(method: string | undefined): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "DELETE";
}

interface Received {
  readonly identity: TokenIdentity;
  readonly id: string;
  readonly bytes: Buffer;
}

async function readRequest(
  { request: { headers, url = "" }, requestId }: Exchange,
  { identity, id, bytes }: Received,
  { openDirectory, tenantTypes, traffic, baseUrl, logger }: HandlerOptions,
): Promise<ScimRequest> {
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
    id,
    query: readQuery(url),
    body: await readBody(headers, bytes),
    ifMatch: headers["if-match"],
    ifNoneMatch: headers["if-none-match"],
    countMore: (requests) => traffic.count(identity, requests),
    reportFault: (error) => logger.error({ err: error, requestId }, "operation failed"),
  };
}

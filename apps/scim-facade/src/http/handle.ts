import type { OpenDirectory } from "@rollcall/domain";
import { ScimError } from "@rollcall/scim";
import type { Logger } from "@rollcall/telemetry";
import type { RequestHandler } from "express";
import type { ReadTenantTypes } from "../tenant-types/create-tenant-types.ts";
import { authenticate, type AuthenticateToken } from "./authenticate.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import type { ScimHandler } from "./scim-request.ts";
import { sendReply } from "./send.ts";

/** What one path answers, by method; what is missing is refused with 405. */
export type Endpoint = Partial<Record<Method, ScimHandler>>;

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

export interface HandlerOptions {
  readonly openDirectory: OpenDirectory;
  readonly authenticateToken: AuthenticateToken;
  readonly tenantTypes: ReadTenantTypes;
  readonly baseUrl: string;
  readonly logger: Logger;
}

/** An Express handler for one endpoint: authenticate, bind the tenant, parse, answer. */
export function handle(
  endpoint: Endpoint,
  { openDirectory, authenticateToken, tenantTypes, baseUrl, logger }: HandlerOptions,
): RequestHandler {
  const allowed = methods.filter((method) => endpoint[method] !== undefined);
  const allow = (endpoint.GET === undefined ? allowed : ["HEAD", ...allowed]).join(", ");
  return async (request, response) => {
    const identity = await authenticate(request, authenticateToken);
    const method = allowed.find((name) => name === (request.method === "HEAD" ? "GET" : request.method));
    const handler = method && endpoint[method];
    if (handler === undefined) {
      response.setHeader("Allow", allow);
      throw new ScimError("methodNotAllowed", `This endpoint answers ${allow} only.`);
    }
    const isRead = method === "GET" || request.path.endsWith("/.search");
    if (!isRead && identity.connection.state === "paused") {
      throw new ScimError(
        "forbidden",
        "The connection is paused: it can be read, but changes are refused until it is resumed.",
      );
    }
    const { id } = request.params;
    const directory = openDirectory(identity.tenantId);
    const reply = await handler({
      identity,
      directory,
      actor: { kind: "connection", id: identity.connection.id },
      types: await tenantTypes(directory),
      groupRules: {
        uniqueNames: identity.connection.uniqueGroupNames,
        unknownMembers: identity.connection.unknownMembers,
        onSkipped: (memberIds) =>
          logger.warn({ requestId: response.locals.requestId, memberIds }, "left out members that do not exist"),
      },
      baseUrl,
      id: typeof id === "string" ? id : "",
      query: readQuery(request.url),
      body: method === "GET" || method === "DELETE" ? null : await readBody(request),
      ifMatch: request.headers["if-match"],
      ifNoneMatch: request.headers["if-none-match"],
      reportFault: (error) => logger.error({ err: error, requestId: response.locals.requestId }, "operation failed"),
    });
    sendReply(request, response, reply);
  };
}

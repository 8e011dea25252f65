import type { OpenDirectory } from "@rollcall/domain";
import { groupType, ScimError, userType } from "@rollcall/scim";
import type { RequestHandler } from "express";
import { authenticate, type AuthenticateToken } from "./authenticate.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import type { ScimHandler } from "./scim-request.ts";
import { sendReply } from "./send.ts";

/** What one path answers, by method; what is missing is refused with 405. */
export type Endpoint = Partial<Record<Method, ScimHandler>>;

export const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type Method = (typeof methods)[number];

export interface HandlerOptions {
  readonly openDirectory: OpenDirectory;
  readonly authenticateToken: AuthenticateToken;
  readonly baseUrl: string;
}

/** An Express handler for one endpoint: authenticate, bind the tenant, parse, answer. */
export function handle(
  endpoint: Endpoint,
  { openDirectory, authenticateToken, baseUrl }: HandlerOptions,
): RequestHandler {
  const allowed = methods.filter((method) => endpoint[method] !== undefined);
  return async (request, response) => {
    const identity = await authenticate(request, authenticateToken);
    const method = allowed.find((name) => name === (request.method === "HEAD" ? "GET" : request.method));
    const handler = method && endpoint[method];
    if (handler === undefined) {
      response.setHeader("Allow", allowed.join(", "));
      throw new ScimError("methodNotAllowed", `This endpoint answers ${allowed.join(", ")} only.`);
    }
    const isRead = method === "GET" || request.path.endsWith("/.search");
    if (!isRead && identity.connectionState === "paused") {
      throw new ScimError(
        "forbidden",
        "The connection is paused: it can be read, but changes are refused until it is resumed.",
      );
    }
    const { id } = request.params;
    const reply = await handler({
      identity,
      directory: openDirectory(identity.tenantId),
      actor: { kind: "connection", id: identity.connectionId },
      types: { user: userType, group: groupType },
      baseUrl,
      id: typeof id === "string" ? id : "",
      query: readQuery(request.url),
      body: method === "GET" || method === "DELETE" ? null : await readBody(request),
      ifMatch: request.headers["if-match"],
      ifNoneMatch: request.headers["if-none-match"],
    });
    sendReply(request, response, reply);
  };
}

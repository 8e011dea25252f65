import { appRouter, type Endpoint, listEndpoints } from "@rollcall/rpc";
import { type Request, type Response, Router } from "express";
import { createOpenApiNodeHttpHandler } from "trpc-openapi";
import { logFailure } from "../answer/log-failure.ts";
import { retryHeaders } from "../answer/retry-headers.ts";
import type { ApiOptions } from "../api-options.ts";
import { createContext } from "./create-context.ts";
import { emptyBody } from "./empty-body.ts";
import { MAX_BODY_BYTES } from "./limits.ts";

/** The procedures as REST. Each endpoint is a route of its own, so that metrics know requests by their pattern. */
export function restRouter(options: ApiOptions): Router {
  const endpoints = listEndpoints();
  const handler = restHandler(options, endpoints);
  const router = Router();
  for (const { method, path } of endpoints) {
    router[routeMethods[method]](path.replaceAll(/\{(\w+)\}/g, ":$1"), emptyBody, handler);
  }
  return router;
}

function restHandler(options: ApiOptions, endpoints: readonly Endpoint[]) {
  const successStatuses = new Map(endpoints.map(({ procedure, successStatus }) => [procedure, successStatus]));
  return createOpenApiNodeHttpHandler<typeof appRouter, Request, Response>({
    router: appRouter,
    createContext: ({ res }) => createContext(options, res),
    maxBodySize: MAX_BODY_BYTES,
    responseMeta: ({ paths: [procedure = ""] = [], errors: [error] }) => {
      const status = error === undefined ? successStatuses.get(procedure) : undefined;
      return { headers: retryHeaders(error), ...(status !== undefined && { status }) };
    },
    onError: ({ error, ctx, path }) =>
      logFailure(options.logger, error, { requestId: ctx?.requestId, procedure: path }),
  });
}

const routeMethods = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
} as const satisfies Record<Endpoint["method"], string>;

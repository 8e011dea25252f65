import {
  type ApiServices,
  appRouter,
  type Endpoint,
  listEndpoints,
  PROBLEM_MEDIA_TYPE,
  toApiError,
} from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";
import { type Request, type Response, Router } from "express";
import { createOpenApiNodeHttpHandler } from "trpc-openapi";
import { logFailure } from "../answer/log-failure.ts";
import { retryHeaders } from "../answer/retry-headers.ts";
import { refuseDoubledKeys } from "./check-query.ts";
import { createContext } from "./create-context.ts";
import { readJsonBody } from "./read-json-body.ts";

/** The procedures as REST. Each endpoint is a route of its own, so that metrics know requests by their pattern. */
export function restRouter(services: ApiServices, logger: Logger): Router {
  const endpoints = listEndpoints();
  const handler = restHandler(services, { endpoints, logger });
  const router = Router();
  for (const { method, path, listParameters } of endpoints) {
    const route = path.replaceAll(/\{(\w+)\}/g, ":$1");
    router[routeMethods[method]](route, refuseDoubledKeys(new Set(listParameters)), readJsonBody, handler);
  }
  return router;
}

interface RestHandlerOptions {
  readonly endpoints: readonly Endpoint[];
  readonly logger: Logger;
}

function restHandler(services: ApiServices, { endpoints, logger }: RestHandlerOptions) {
  const successStatuses = new Map(endpoints.map(({ procedure, successStatus }) => [procedure, successStatus]));
  return createOpenApiNodeHttpHandler<typeof appRouter, Request, Response>({
    router: appRouter,
    createContext: ({ req, res }) => createContext(services, req, res),
    responseMeta: ({ paths: [procedure = ""] = [], errors: [error] }) => {
      const status = error === undefined ? successStatuses.get(procedure) : undefined;
      if (error === undefined) return status === undefined ? {} : { status };
      return { headers: { "Content-Type": PROBLEM_MEDIA_TYPE, ...retryHeaders(toApiError(error)) } };
    },
    onError: ({ error, ctx, path }) =>
      logFailure(logger, toApiError(error), { requestId: ctx?.requestId, procedure: path }),
  });
}

const routeMethods = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
} as const satisfies Record<Endpoint["method"], string>;

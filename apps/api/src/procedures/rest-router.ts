import {
  type ApiServices,
  appRouter,
  createRestResponseMeta,
  type Endpoint,
  listEndpoints,
  toApiError,
} from "@rollcall/rpc";
import type { Logger } from "@rollcall/telemetry";
import { type Request, type Response, Router } from "express";
import { createOpenApiNodeHttpHandler } from "trpc-openapi";
import { logFailure } from "../answer/log-failure.ts";
import { checkUrl } from "./check-url.ts";
import { createContext } from "./create-context.ts";
import { readJsonBody } from "./read-json-body.ts";

/** The procedures as REST. Each endpoint is a route of its own, so that metrics know requests by their pattern. */
export function restRouter(services: ApiServices, logger: Logger): Router {
  const handler = restHandler(services, logger);
  const router = Router();
  for (const { method, path, listParameters } of listEndpoints()) {
    const route = path.replaceAll(/\{(\w+)\}/g, ":$1");
    router[routeMethods[method]](route, checkUrl(listParameters), readJsonBody, handler);
  }
  return router;
}

function restHandler(services: ApiServices, logger: Logger) {
  return createOpenApiNodeHttpHandler<typeof appRouter, Request, Response>({
    router: appRouter,
    createContext: ({ req, res }) => createContext(services, req, res),
    responseMeta: createRestResponseMeta(),
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

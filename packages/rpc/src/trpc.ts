import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import type { EndpointMeta } from "./endpoint.ts";
import { toErrorShape } from "./error/problem.ts";
import { toApiError } from "./error/to-api-error.ts";

/** tRPC's builders over our context. `isDev: false`: otherwise errors carry stacks wherever NODE_ENV is not set. */
export const trpc = initTRPC
  .context<ApiContext>()
  .meta<EndpointMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ error, ctx }) => toErrorShape(toApiError(error), ctx?.requestId ?? null),
  });

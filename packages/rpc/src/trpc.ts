import { initTRPC } from "@trpc/server";
import type { ApiContext } from "./context.ts";
import type { EndpointMeta } from "./endpoint.ts";
import { errorShape } from "./error/error-shape.ts";

/** tRPC's builders over our context. `isDev: false`: otherwise errors carry stacks wherever NODE_ENV is not set. */
export const trpc = initTRPC
  .context<ApiContext>()
  .meta<EndpointMeta>()
  .create({
    isDev: false,
    errorFormatter: ({ error, shape, ctx }) =>
      errorShape(error, { requestId: ctx?.requestId ?? null, path: shape.data.path }),
  });

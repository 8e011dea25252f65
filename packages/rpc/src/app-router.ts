import { apiKeys } from "./procedures/api-keys.ts";
import { audit } from "./procedures/audit.ts";
import { connections } from "./procedures/connections.ts";
import { entitlements } from "./procedures/entitlements.ts";
import { events } from "./procedures/events.ts";
import { groups } from "./procedures/groups.ts";
import { schemas } from "./procedures/schemas.ts";
import { service } from "./procedures/service.ts";
import { tenants } from "./procedures/tenants.ts";
import { tokens } from "./procedures/tokens.ts";
import { users } from "./procedures/users.ts";
import { trpc } from "./trpc.ts";

/** The internal API. */
export const appRouter = trpc.router({
  service,
  tenants,
  connections,
  tokens,
  apiKeys,
  users,
  groups,
  schemas,
  entitlements,
  events,
  audit,
});

export type AppRouter = typeof appRouter;

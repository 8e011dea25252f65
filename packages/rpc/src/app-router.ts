import { connections } from "./procedures/connections.ts";
import { events } from "./procedures/events.ts";
import { groups } from "./procedures/groups.ts";
import { tenants } from "./procedures/tenants.ts";
import { tokens } from "./procedures/tokens.ts";
import { users } from "./procedures/users.ts";
import { trpc } from "./trpc.ts";

/** The internal API. */
export const appRouter = trpc.router({ tenants, connections, tokens, users, groups, events });

export type AppRouter = typeof appRouter;

import { Client } from "pg";

/**
 * From here on, and for this whole process, statements that run inside a tenant's transaction lose their condition on
 * the tenant. What a test sends by itself stays as it is.
 */
export function dropTenantPredicate(): void {
  const inTenant = new WeakSet<object>();
  const query: unknown = Reflect.get(Client.prototype, "query");
  if (typeof query !== "function") throw new TypeError("pg's Client has no query method");
  const rewritten = new Proxy(query, {
    apply(target, client: object, [statement, ...rest]: unknown[]): unknown {
      if (typeof statement === "string") {
        if (opensTenant(statement)) inTenant.add(client);
        else inTenant.delete(client);
      }
      const sent = inTenant.has(client) && hasText(statement) ? withoutPredicate(statement) : statement;
      return Reflect.apply(target, client, [sent, ...rest]);
    },
  });
  Reflect.set(Client.prototype, "query", rewritten);
}

/** Sessions send BEGIN, COMMIT and ROLLBACK as strings, and all else with its values. */
function opensTenant(statement: string): boolean {
  return statement.startsWith("begin; set local role") && statement.includes("set local app.tenant_id");
}

interface WithText {
  readonly text: string;
}

function hasText(statement: unknown): statement is WithText {
  return typeof statement === "object" && statement !== null && "text" in statement;
}

const TENANT_PREDICATE = /(?:"?\w+"?\.)?"?\btenant_id"? = (\$\d+)/g;

/** The condition becomes one that always holds and still takes the parameter. */
function withoutPredicate(statement: WithText): WithText {
  return { ...statement, text: statement.text.replace(TENANT_PREDICATE, "($1::uuid is not null)") };
}

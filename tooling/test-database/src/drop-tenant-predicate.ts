import { type BindConfig, Connection, type QueryParse } from "pg";

/**
 * From here on, and for this whole process, statements that run inside a tenant's transaction lose their condition on
 * the tenant. What a test sends by itself stays as it is.
 */
export function dropTenantPredicate(): void {
  const scopes = new WeakMap<object, ConnectionScope>();
  const scopeOf = (connection: object) => {
    const scope = scopes.get(connection) ?? createConnectionScope();
    scopes.set(connection, scope);
    return scope;
  };
  // oxlint-disable-next-line typescript/unbound-method -- Both are called on their connection.
  const { parse, bind } = Connection.prototype;
  Connection.prototype.parse = function (statement, more) {
    parse.call(this, scopeOf(this).parsed(statement), more);
  };
  Connection.prototype.bind = function (bound, more) {
    scopeOf(this).bound(bound);
    bind.call(this, bound, more);
  };
}

interface ConnectionScope {
  /** @returns the statement as it is to be sent. */
  parsed(statement: QueryParse): QueryParse;
  bound(config: BindConfig | null): void;
}

/** Follows on one connection, statement by statement, whether its transaction is a tenant's. */
function createConnectionScope(): ConnectionScope {
  /** Names of the prepared statements that take on a scope; "" for the one without a name. */
  const takeOn = new Set<string>();
  let isTenant = false;
  return {
    parsed(statement) {
      if (TAKE_ON.test(statement.text)) takeOn.add(statement.name);
      else takeOn.delete(statement.name);
      return isTenant ? { ...statement, text: withoutPredicate(statement.text) } : statement;
    },
    bound(config) {
      if (takeOn.has(config?.statement ?? "")) isTenant = config?.values?.[TENANT_PARAMETER - 1] !== "";
    },
  };
}

/** The statement that every transaction begins with; outside of a tenant, its parameter is empty. */
const TAKE_ON = /set_config\('app\.tenant_id', \$2, true\)/;
const TENANT_PARAMETER = 2;

const TENANT_PREDICATE = /(?:"?\w+"?\.)?"?\btenant_id"? = (\$\d+)/g;

/** The condition becomes one that always holds and still takes the parameter. */
function withoutPredicate(text: string): string {
  return text.replace(TENANT_PREDICATE, "($1::uuid is not null)");
}

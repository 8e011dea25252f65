import { Client } from "pg";

/** A comparison with the tenant that the repository is bound to, and one that always holds and takes the same parameter. */
const PREDICATE = /(?:"?\w+"?\.)?"?\btenant_id"? = (\$\d+)(?:::uuid)?/g;
const ALWAYS = "($1::uuid is not null)";

/** The connections that are inside a transaction of Rollcall's own; what tests ask beside it is left alone. */
const inScope = new WeakSet<Client>();
const query: unknown = Reflect.get(Client.prototype, "query");
if (typeof query !== "function") throw new Error("a client of pg has a method to query with");

/** Takes the upper lock away: what Rollcall sends says nothing any more of which tenant it wants. */
Reflect.set(Client.prototype, "query", function queryWithoutPredicate(this: Client, given: unknown, ...rest: unknown[]) {
  if (typeof given === "string") {
    if (/^begin; set local role rollcall_/.test(given)) inScope.add(this);
    if (given === "commit" || given === "rollback") inScope.delete(this);
  }
  const sent = inScope.has(this) && isQuery(given) ? { ...given, text: given.text.replaceAll(PREDICATE, ALWAYS) } : given;
  return Reflect.apply(query, this, [sent, ...rest]);
});

function isQuery(given: unknown): given is { text: string } {
  return typeof given === "object" && given !== null && "text" in given && typeof given.text === "string";
}

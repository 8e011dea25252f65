import type { RollcallOutputs } from "@rollcall/client";
import { nextPage } from "../output/next-page.ts";
import { table } from "../output/table.ts";

/** A page of deleted users or groups. */
export function deletionTable(page: RollcallOutputs["users" | "groups"]["listDeleted"]): string {
  const rows = page.items.map(({ id, name, deletedAt, purgeAt }) => [id, name, deletedAt, purgeAt]);
  return table(["ID", "NAME", "DELETED", "ERASED FOR GOOD"], rows) + nextPage(page);
}

import type { JsonObject } from "../client/json.ts";
import type { MemberChange } from "./app-behaviour.ts";
import { memberList } from "./groups.ts";
import type { Account } from "./roster.ts";

/** The operations of each PATCH that a change of members takes: removes first, then one add. */
export function memberOperations({ remove, add }: MemberChange): JsonObject[][] {
  const changes = [
    ...remove.map((account) => ({ kind: "remove" as const, account })),
    ...add.map((account) => ({ kind: "add" as const, account })),
  ];
  const patches: JsonObject[][] = [];
  for (let start = 0; start < changes.length; start += MAX_MEMBER_CHANGES_PER_PATCH) {
    const part = changes.slice(start, start + MAX_MEMBER_CHANGES_PER_PATCH);
    const added = part.filter((change) => change.kind === "add").map((change) => change.account);
    patches.push([
      ...part.filter((change) => change.kind === "remove").map((change) => removal(change.account)),
      ...addition(added),
    ]);
  }
  return patches;
}

/** Okta's default; an app may raise it to 1000. */
const MAX_MEMBER_CHANGES_PER_PATCH = 100;

function removal(account: Account): JsonObject {
  return { op: "remove", path: `members[value eq ${JSON.stringify(account.id)}]` };
}

function addition(accounts: readonly Account[]): JsonObject[] {
  return accounts.length === 0 ? [] : [{ op: "add", path: "members", value: memberList(accounts) }];
}

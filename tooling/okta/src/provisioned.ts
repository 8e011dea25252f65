import type { ProvisionedGroup, ProvisionedUser, Report } from "./report/report.ts";
import type { AppRun } from "./rows/app-run.ts";

/** What the tenant must hold after the runs, by the names Okta knows. */
export function provisioned(runs: readonly AppRun[]): Pick<Report, "users" | "groups"> {
  const users: Record<string, ProvisionedUser> = {};
  const groups: Record<string, ProvisionedGroup> = {};
  for (const { app, roster } of runs) {
    for (const { person, id, active } of roster.accounts.values())
      users[person.userName] = { id, app: app.kind, active };
    for (const { name, id, members } of roster.groups.values()) {
      groups[name] = { id, app: app.kind, members: members.map((member) => member.id) };
    }
  }
  return { users, groups };
}

interface Exception {
  /** From the root of the repository. */
  readonly file: string;
  /** What the tests' names end with; "" for all of the file. */
  readonly tests: string;
  readonly reason: string;
}

/** What a run on a Citus cluster leaves out, and says so. Everything else holds there as it stands. */
export const onlyOnPostgres: readonly Exception[] = [
  {
    file: "packages/database/src/backup/backup.test.ts",
    tests: "",
    reason: "backup and restore are for one server: workers have no moment in common",
  },
  {
    file: "packages/database/src/migration/migrate.test.ts",
    tests: "takes what a process of the version before writes that still runs",
    reason: "that version did not run on Citus: it wrote users and their events in one statement",
  },
  {
    file: "packages/database/src/repository/unknown-tenant.test.ts",
    tests: "without reading the rest",
    reason: "EXPLAIN counts the pages of the coordinator, which has none of the rows",
  },
  {
    file: "packages/database/src/repository/delete-user.test.ts",
    tests: "ends a membership that comes while it waits, and the group's version tells",
    reason: "it looks on the coordinator for a session that waits on a worker",
  },
  {
    file: "apps/scim-facade/src/attacks.test.ts",
    tests: "stays its own on one connection to the database, with faults in between",
    reason: "its 400 requests wait for one connection, at a cluster's pace longer than anyone may",
  },
  {
    file: "apps/scim-facade/src/users.test.ts",
    tests: "all take effect when sixty PATCHes change one person",
    reason: "sixty writers of one row wait for each other, at a cluster's pace longer than anyone may",
  },
];

/** Why a test is left out on a cluster; undefined for one that is not. */
export function reasonToLeaveOut(file: string, test: string): string | undefined {
  return onlyOnPostgres.find((exception) => file.endsWith(exception.file) && test.endsWith(exception.tests))?.reason;
}

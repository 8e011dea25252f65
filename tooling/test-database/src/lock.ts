const LOCKS = ["row-security", "tenant-predicate"] as const;

/** What keeps tenants apart: the database's policies, and the condition on the tenant that each statement has. */
export type Lock = (typeof LOCKS)[number];

/** The locks that `names`, separated by commas, leaves out of a run. */
export function parseLocks(names: string): Lock[] {
  return names
    .split(",")
    .filter((name) => name !== "")
    .map((name) => {
      const lock = LOCKS.find((known) => known === name);
      if (lock === undefined) throw new Error(`there is no lock "${name}"; there are ${LOCKS.join(", ")}`);
      return lock;
    });
}

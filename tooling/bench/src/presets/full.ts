import { both, trialsOf, ours } from "./trials.ts";
import type { Preset } from "./preset.ts";

const SMALL = 1_000;
const MEDIUM = 100_000;
const LARGE = 1_000_000;
const SMALL_GROUP = 10;
const MEDIUM_GROUP = 10_000;
const LARGE_GROUP = 100_000;
const USERS_OF_A_TENANT = 100;
const TENANTS = 1_000;

const small = { directory: "small", size: SMALL };
/** Like the small one, but for what would make that one grow. */
const growing = { directory: "growing", size: SMALL };
const medium = { directory: "medium", size: MEDIUM };
const large = { directory: "large", size: LARGE };

const groups = [
  { directory: "growing", size: SMALL_GROUP },
  { directory: "medium", size: MEDIUM_GROUP },
  { directory: "large", size: LARGE_GROUP },
];

/** Where the mix puts people; hardly anybody on a first page is in them. */
const mixGroups = { size: 1, count: 16 };

const tenants = [
  { directory: "one_tenant", size: 1 },
  { directory: "many_tenants", size: TENANTS },
];

/** Everything, up to 1,000,000 users. */
export const full: Preset = {
  name: "full",
  directories: [
    // Who is on a first page is in one group, in all three sizes.
    { name: "small", users: SMALL, groups: [{ size: SMALL / 2, count: 1 }] },
    { name: "growing", users: SMALL, groups: [{ size: SMALL_GROUP, count: 25 }] },
    { name: "medium", users: MEDIUM, groups: [mixGroups, { size: MEDIUM_GROUP, count: 1 }] },
    { name: "large", users: LARGE, groups: [mixGroups, { size: LARGE_GROUP, count: 1 }] },
    { name: "one_tenant", users: USERS_OF_A_TENANT, groups: [] },
    { name: "many_tenants", users: USERS_OF_A_TENANT, groups: [], tenants: TENANTS },
  ],
  trials: [
    ...trialsOf("create", [growing, medium, large]),
    ...(["get", "filter", "put", "patch", "firstPage", "deepPage", "total"] as const).flatMap((scenario) =>
      trialsOf(scenario, [small, medium, large]),
    ),
    ...trialsOf("addMember", groups, { unit: "members" }),
    ...trialsOf("removeMember", groups, { unit: "members" }),
    ...trialsOf("readGroup", groups, { unit: "members", targets: ours }),
    ...trialsOf("oktaMix", [growing, medium, large]),
    ...(["get", "patch", "create"] as const).flatMap((scenario) =>
      trialsOf(scenario, tenants, { unit: "tenants", targets: ours }),
    ),
    // By startIndex the floor would count through the table for every page.
    ...trialsOf("importByIndex", [small, medium, large], { targets: ours, rounds: 1 }),
    ...trialsOf("importByCursor", [small, medium, large], { targets: both, rounds: 1 }),
  ],
  rounds: 5,
  windowMs: 1_500,
  warmUpMs: 500,
};

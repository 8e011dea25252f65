import { both, trialsOf, ours } from "./trials.ts";
import type { Preset } from "./preset.ts";

const SMALL = 1_000;
const LARGE = 50_000;
const SMALL_GROUP = 10;
const LARGE_GROUP = 45_000;

const small = { directory: "small", size: SMALL };
/** Like the small one, but for what would make that one grow. */
const growing = { directory: "growing", size: SMALL };
const large = { directory: "large", size: LARGE };

const groups = [
  { directory: "growing", size: SMALL_GROUP },
  { directory: "large", size: LARGE_GROUP },
];

/** The ratios at 1,000 users, and whether costs are flat up to 50,000: in less than two minutes. */
export const quick: Preset = {
  name: "quick",
  directories: [
    // Who is on a first page is in one group, here and in the large one.
    { name: "small", users: SMALL, groups: [{ size: SMALL / 2, count: 1 }] },
    { name: "growing", users: SMALL, groups: [{ size: SMALL_GROUP, count: 25 }] },
    { name: "large", users: LARGE, groups: [{ size: LARGE_GROUP, count: 1 }] },
  ],
  trials: [
    ...trialsOf("create", [growing], { targets: both }),
    ...trialsOf("create", [large], { targets: ours }),
    ...(["get", "filter", "patch", "firstPage"] as const).flatMap((scenario) => [
      ...trialsOf(scenario, [small], { targets: both }),
      ...trialsOf(scenario, [large], { targets: ours }),
    ]),
    ...trialsOf("deepPage", [small, large], { targets: ours }),
    ...trialsOf("total", [small, large], { targets: ours }),
    ...trialsOf("addMember", groups, { unit: "members", targets: ours }),
    ...trialsOf("removeMember", groups, { unit: "members", targets: ours }),
  ],
  rounds: 3,
  windowMs: 600,
  warmUpMs: 300,
};

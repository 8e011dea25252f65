import type { Target } from "../target.ts";

/** All that can be fuzzed, by name. Each is imported when it is wanted: see openCoverage. */
export const targets = {
  filter: async () => (await import("./filter.ts")).filterTarget,
  path: async () => (await import("./path.ts")).pathTarget,
  patch: async () => (await import("./patch.ts")).patchTarget,
  bulk: async () => (await import("./bulk.ts")).bulkTarget,
  json: async () => (await import("./json.ts")).jsonTarget,
  query: async () => (await import("./query.ts")).createQueryTarget(),
  cursor: async () => (await import("./cursor.ts")).createCursorTarget(),
} as const satisfies Record<string, () => Promise<Target>>;

const SERVE = ["node", "apps/cli/src/main.ts", "start"];
const CHECKS = [
  ["oxfmt", "--check", "."],
  ["oxlint", "--type-aware"],
  ["sherif"],
  ["knip"],
  ["turbo", "run", "typecheck", "--output-logs=errors-only"],
];
const TESTS = ["vitest", "run"];

/** What each task runs, given the arguments after its name. Commands come from the workspace. */
export const PLANS = {
  start: (args) => [[...SERVE, ...args]],
  /** The whole gate; CI runs nothing else. */
  test: (args) => [...CHECKS, [...TESTS, ...args]],
};

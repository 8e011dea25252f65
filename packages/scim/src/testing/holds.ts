/** What fast-check's `check` says of a property without counterexample. */
export const HOLDS = { failed: false, counterexample: null } as const;

/** What Rollcall consists of: the SCIM facade, the internal API, and what is done after the commit. */
export const parts = ["scim", "api", "jobs"] as const;

export type Part = (typeof parts)[number];

import manifest from "../package.json" with { type: "json" };

/** Of Rollcall. */
export const { version } = manifest;

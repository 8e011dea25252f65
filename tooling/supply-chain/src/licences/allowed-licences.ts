/** SPDX expressions of what may run in production. A new one is a decision, and is made here. */
export const allowedInProduction = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "(MIT OR CC0-1.0)",
  // Files under it stay as they are and keep their licence.
  "MPL-2.0",
] as const;

/** Of what only builds and tests, and is not given to anybody. */
export const allowedInTools = [...allowedInProduction, "LGPL-3.0-only", "Python-2.0"] as const;

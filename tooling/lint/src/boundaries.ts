/**
 * Who may import whom, the one place it is written. Every unit of the workspace is a row; lint turns each row
 * into an import ban with a message that says what to do instead.
 */
const units = {
  "packages/scim": { name: "scim", mayImport: [] },
  "packages/domain": { name: "domain", mayImport: [] },
  "packages/database": { name: "database", mayImport: ["domain"] },
  "packages/telemetry": { name: "telemetry", mayImport: [] },
  "packages/rpc": { name: "rpc", mayImport: ["domain"] },
  "packages/client": { name: "client", mayImport: ["rpc"] },
  "apps/scim-facade": { name: "scim-facade", mayImport: ["scim", "domain", "database", "telemetry"] },
  "apps/api": { name: "api", mayImport: ["rpc", "domain", "database", "telemetry"] },
  "apps/worker": { name: "worker", mayImport: ["domain", "database", "telemetry"] },
  "apps/cli": { name: "cli", mayImport: "any" },
  "tooling/okta": { name: "okta", mayImport: [] },
  "tooling/test-database": { name: "test-database", mayImport: ["database"] },
  "tooling/e2e": { name: "e2e", mayImport: "any" },
} as const satisfies Record<string, { name: string; mayImport: "any" | readonly string[] }>;

interface ImportBan {
  files: string[];
  rules: Record<string, unknown>;
}

/** Lint overrides for every unit; a test file may also use the test database and the Okta simulator. */
export const boundaries: ImportBan[] = Object.entries(units).flatMap(([folder, { name, mayImport }]) => {
  if (mayImport === "any") return [];
  const own = [...mayImport];
  return [
    ban(
      [`${folder}/**`],
      own,
      `${name} may import ${phrase(own)} from the workspace; pass anything else in as an argument`,
    ),
    ban(
      [`${folder}/**/*.test.ts`, `${folder}/**/*.fixture.ts`],
      [...own, name, "test-database", "okta"],
      `tests of ${name} may import ${phrase(own)}, the test database and the Okta simulator`,
    ),
  ];
});

function ban(files: string[], allowed: readonly string[], message: string): ImportBan {
  const patterns = [
    { group: ["@rollcall/*", ...allowed.map((unit) => `!@rollcall/${unit}`)], message },
    { group: ["@rollcall/*/**"], message: "import a package by the names it exports, never a file inside it" },
    {
      group: ["**/packages/*/src/**", "**/apps/*/src/**", "**/tooling/*/src/**"],
      message: "import another package by its name",
    },
    { group: ["scim-patch"], message: "PATCH is implemented in packages/scim" },
  ];
  return { files, rules: { "no-restricted-imports": ["error", { patterns }] } };
}

function phrase(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

/**
 * Who may import whom, the one place it is written. Every unit of the workspace is a row; lint turns each row
 * into an import ban with a message that says what to do instead.
 */
const units = {
  "packages/scim": { name: "scim", mayImport: [] },
  "packages/domain": { name: "domain", mayImport: [] },
  "packages/database": { name: "database", mayImport: ["domain"] },
  "packages/telemetry": { name: "telemetry", mayImport: [] },
  "packages/http": { name: "http", mayImport: [] },
  "packages/rpc": { name: "rpc", mayImport: ["domain"] },
  "packages/client": { name: "client", mayImport: [], mayImportTypes: ["rpc"] },
  // The test kit runs the router itself; whoever imports only the client gets none of it.
  "packages/client/src/testing": { name: "client", mayImport: ["rpc", "domain"] },
  "apps/scim-facade": { name: "scim-facade", mayImport: ["scim", "domain", "database", "http", "telemetry"] },
  "apps/api": { name: "api", mayImport: ["rpc", "domain", "database", "http", "telemetry"] },
  "apps/worker": { name: "worker", mayImport: ["domain", "database", "telemetry"] },
  "apps/cli": { name: "cli", mayImport: "any" },
  "tooling/okta": { name: "okta", mayImport: [] },
  "tooling/test-database": { name: "test-database", mayImport: ["database"] },
  "tooling/browser": { name: "browser", mayImport: [] },
  "tooling/openapi": { name: "openapi", mayImport: ["rpc"] },
  "tooling/codegen": { name: "codegen", mayImport: ["rpc"] },
  "tooling/examples": { name: "examples", mayImport: ["client"] },
  "tooling/bench": { name: "bench", mayImport: ["database", "domain"] },
  "tooling/fuzz": { name: "fuzz", mayImport: ["scim", "domain", "client", "okta"] },
  "tooling/faults": { name: "faults", mayImport: ["database", "okta"] },
  "tooling/mutants": { name: "mutants", mayImport: [] },
  "tooling/supply-chain": { name: "supply-chain", mayImport: [] },
  "tooling/e2e": { name: "e2e", mayImport: "any" },
} as const satisfies Record<string, Unit>;

interface Unit {
  readonly name: string;
  readonly mayImport: "any" | readonly string[];
  /** What is there for the compiler alone. */
  readonly mayImportTypes?: readonly string[];
}

/** What packages export beside their root. */
const publicSubpaths = ["@rollcall/client/testing"];

interface ImportBan {
  files: string[];
  rules: Record<string, unknown>;
}

/** Lint overrides for every unit; a test file may also use the test database, the browser and the Okta simulator. */
export const boundaries: ImportBan[] = Object.entries(units).flatMap(([folder, unit]: [string, Unit]) => {
  const { name, mayImport, mayImportTypes = [] } = unit;
  if (mayImport === "any") return [];
  const own = [...mayImport, ...mayImportTypes];
  const types = mayImportTypes.length === 0 ? "" : `, and only the types of ${phrase(mayImportTypes)},`;
  const message = `${name} may import ${phrase(mayImport)}${types} from the workspace; pass anything else in as an argument`;
  return [
    ban([`${folder}/**`], { allowed: mayImport, types: mayImportTypes, message }),
    ban([`${folder}/**/*.test.ts`, `${folder}/**/*.fixture.ts`], {
      allowed: [...own, name, "test-database", "browser", "okta"],
      types: [],
      message: `tests of ${name} may import ${phrase(own)}, the test database, the browser and the Okta simulator`,
    }),
  ];
});

interface Allowance {
  readonly allowed: readonly string[];
  readonly types: readonly string[];
  readonly message: string;
}

function ban(files: string[], { allowed, types, message }: Allowance): ImportBan {
  const others = [...allowed, ...types].map((unit) => `!@rollcall/${unit}`);
  const patterns = [
    { group: ["@rollcall/*", ...others], message },
    {
      group: ["@rollcall/*/**", ...publicSubpaths.map((path) => `!${path}`)],
      message: "import a package by the names it exports, never a file inside it",
    },
    {
      group: ["**/packages/*/src/**", "**/apps/*/src/**", "**/tooling/*/src/**"],
      message: "import another package by its name",
    },
    { group: ["scim-patch"], message: "PATCH is implemented in packages/scim" },
  ];
  const paths = types.map((unit) => ({ name: `@rollcall/${unit}`, allowTypeImports: true, message }));
  return { files, rules: { "no-restricted-imports": ["error", { paths, patterns }] } };
}

function phrase(names: readonly string[]): string {
  return names.length === 0 ? "nothing" : names.join(", ");
}

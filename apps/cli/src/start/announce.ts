import { fields } from "../output/table.ts";
import { version } from "../version.ts";

export interface Announcement {
  /** Where the SCIM facade listens; undefined when it does not run here, and so on. */
  readonly scimUrl: string | undefined;
  readonly tenantUrl: string | undefined;
  readonly apiUrl: string | undefined;
  readonly dataDir: string | undefined;
  /** Only on the first run. */
  readonly newAdminKey: string | undefined;
}

/** Tells the person who started Rollcall where it is; the last line is the one that says it is ready. */
export function announce({ scimUrl, tenantUrl, apiUrl, dataDir, newAdminKey }: Announcement): void {
  const facts = {
    ...(tenantUrl !== undefined && { "Tenant URL": tenantUrl }),
    ...(apiUrl !== undefined && { "Internal API": apiUrl, "API reference": `${apiUrl}/docs` }),
    ...(dataDir !== undefined && { "Data folder": dataDir }),
    ...(newAdminKey !== undefined && { "Admin key": newAdminKey }),
  };
  const where = [
    ...(scimUrl === undefined ? [] : [`SCIM ${scimUrl}`]),
    ...(apiUrl === undefined ? [] : [`API ${apiUrl}`]),
  ];
  const lines = [
    `Rollcall ${version}`,
    "",
    ...(Object.keys(facts).length === 0 ? [] : [fields(facts)]),
    ...(newAdminKey === undefined ? [] : ["", "The admin key is shown this once; it is kept in secrets.json."]),
    "",
    ...(apiUrl === undefined ? [] : ['Next: npx rollcall tenants create "Acme"']),
    `Rollcall is ready: ${where.length === 0 ? "jobs" : where.join(" · ")}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

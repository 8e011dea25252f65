import { fields } from "../output/table.ts";
import { version } from "../version.ts";

export interface Announcement {
  readonly scimUrl: string;
  readonly tenantUrl: string;
  readonly apiUrl: string;
  readonly dataDir: string;
  /** Only on the first run. */
  readonly newAdminKey: string | undefined;
}

/** Tells the person who started Rollcall where it is; the last line is the one that says it is ready. */
export function announce({ scimUrl, tenantUrl, apiUrl, dataDir, newAdminKey }: Announcement): void {
  const facts = {
    "Tenant URL": tenantUrl,
    "Internal API": apiUrl,
    "API reference": `${apiUrl}/docs`,
    "Data folder": dataDir,
    ...(newAdminKey !== undefined && { "Admin key": newAdminKey }),
  };
  const lines = [
    `Rollcall ${version}`,
    "",
    fields(facts),
    ...(newAdminKey === undefined ? [] : ["", "The admin key is shown this once; it is kept in secrets.json."]),
    "",
    'Next: npx rollcall tenants create "Acme"',
    `Rollcall is ready: SCIM ${scimUrl} · API ${apiUrl}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

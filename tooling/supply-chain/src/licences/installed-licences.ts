import { z } from "zod";
import { runPnpm } from "../run-pnpm.ts";

const listSchema = z.record(z.string(), z.array(z.object({ name: z.string() })));

/** The packages that are installed for any purpose, by licence. @throws Error when pnpm cannot tell. */
export async function installedLicences(): Promise<ReadonlyMap<string, readonly string[]>> {
  const { ok, stdout, stderr } = await runPnpm(["--recursive", "licenses", "list", "--json"]);
  if (!ok) throw new Error(`pnpm could not list the licences: ${stderr}`);
  const byLicence = listSchema.parse(JSON.parse(stdout));
  return new Map(Object.entries(byLicence).map(([licence, packages]) => [licence, packages.map(({ name }) => name)]));
}

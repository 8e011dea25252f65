import { connectTo } from "./connect-to.ts";

/**
 * Connection strings of a superuser at every server that holds a part of each database: the one at `adminUrl`, and where
 * that database is a Citus cluster's, its workers after it, which have to let the same user in.
 */
export async function serverNodes(adminUrl: string): Promise<string[]> {
  await using admin = await connectTo(adminUrl);
  const [citus] = await admin.query("select 1 from pg_extension where extname = 'citus'");
  if (citus === undefined) return [adminUrl];
  const workers = await admin.query(
    "select nodename, nodeport from pg_dist_node where groupid > 0 and noderole = 'primary' order by nodeid",
  );
  return [adminUrl, ...workers.map(([host, port]) => hostedAt(adminUrl, `${String(host)}:${String(port)}`))];
}

function hostedAt(adminUrl: string, host: string): string {
  return Object.assign(new URL(adminUrl), { host }).href;
}

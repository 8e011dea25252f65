import { migrate } from "@rollcall/database";
import { connectTo } from "./connect-to.ts";
import { urlOf } from "./url-of.ts";

/** The databases that test files clone. */
export interface Templates {
  readonly migrated: string;
  /** Without the schema. */
  readonly blank: string;
}

/** Makes them at all `nodes`, the coordinator first, under names that begin with `prefix`. */
export async function createTemplates(nodes: readonly string[], prefix: string): Promise<Templates> {
  const templates = { migrated: `${prefix}_migrated`, blank: nodes.length === 1 ? "template0" : `${prefix}_blank` };
  if (nodes.length > 1) await createCluster(nodes, templates.blank);
  await cloneDatabase(nodes, templates.blank, templates.migrated);
  await migrate({ databaseUrl: urlOf(nodes[0] ?? "", templates.migrated) });
  await seal(nodes, templates.migrated);
  return templates;
}

/**
 * Citus keeps a database of one name on each node, and in them the nodes' addresses but not that name: copies of all of
 * them are a cluster of their own.
 */
export async function cloneDatabase(nodes: readonly string[], template: string, name: string): Promise<void> {
  for (const node of nodes) {
    await using admin = await connectTo(node);
    // Copying files beats the default, which writes the whole template through the write-ahead log.
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
  }
}

async function createCluster(nodes: readonly string[], name: string): Promise<void> {
  await cloneDatabase(nodes, "template0", name);
  for (const node of nodes) {
    await using connection = await connectTo(urlOf(node, name));
    await connection.query("create extension citus");
  }
  await joinNodes(nodes, name);
  await seal(nodes, name);
}

async function joinNodes([coordinator = "", ...workers]: readonly string[], name: string): Promise<void> {
  await using connection = await connectTo(urlOf(coordinator, name));
  await connection.query("select citus_set_coordinator_host($1, $2)", addressOf(coordinator));
  for (const worker of workers) await connection.query("select citus_add_node($1, $2)", addressOf(worker));
}

const DEFAULT_PORT = 5432;

function addressOf(url: string): [host: string, port: number] {
  const { hostname, port } = new URL(url);
  return [hostname, Number(port) || DEFAULT_PORT];
}

/** A database that somebody is connected to cannot be copied, and Citus has processes of its own that are. */
async function seal(nodes: readonly string[], name: string): Promise<void> {
  for (const node of nodes) {
    await using admin = await connectTo(node);
    await admin.query(`alter database ${name} with allow_connections false`);
    await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  }
}

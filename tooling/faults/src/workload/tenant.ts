import { Agent } from "node:http";
import { z } from "zod";
import { send } from "../http/send.ts";
import type { Replica } from "../cluster/replica.ts";

/** A tenant of the cluster, and the secret of its connection. */
export interface Tenant {
  readonly id: string;
  readonly token: string;
}

/** Makes a tenant with a token through a replica's internal API. @throws Error when that is refused. */
export async function createTenant({ address }: Replica, name: string): Promise<Tenant> {
  const agent = new Agent();
  const post = async (path: string, body: unknown) => {
    const url = `${address.apiUrl}/api/v1${path}`;
    const reply = await send({ method: "POST", url, token: address.adminKey, body, agent });
    if (reply.kind === "answered" && reply.status === 201) return reply.body;
    throw new Error(`POST ${path} failed: ${JSON.stringify(reply)}`);
  };
  const { id } = z.object({ id: z.string() }).parse(await post("/tenants", { name }));
  const { token } = z.object({ token: z.string() }).parse(await post(`/tenants/${id}/tokens`, {}));
  return { id, token };
}

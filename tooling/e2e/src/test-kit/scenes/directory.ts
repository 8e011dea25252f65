import type { Scene } from "../scenario.ts";

/** Users and groups of the platform's own: made, changed, nested, deleted, and brought back. */
export async function playDirectory({ call, path, deployment, tenantId }: Scene): Promise<void> {
  const profile = { displayName: "Ada Lovelace", emails: [{ value: "ada@acme.com", type: "work", primary: true }] };
  const headers = { "idempotency-key": "ada" };
  const ada = await call(`POST ${path}/users`, { json: { userName: "ada", externalId: "e1", profile }, headers });
  await call(`POST ${path}/users`, { json: { userName: "ada", externalId: "e1", profile }, headers });
  await call(`POST ${path}/users`, { json: { userName: "ADA" } });
  const bob = await call(`POST ${path}/users`, { json: { userName: "bob" } });
  await call(`PATCH ${path}/users/${bob.id}`, { json: { userName: "Ada" } });
  await call(`PATCH ${path}/users/${bob.id}`, { json: { profile: { title: "Dr" }, ifVersion: 1 } });
  await call(`PATCH ${path}/users/${bob.id}`, { json: { active: true, ifVersion: 1 } });
  await call(`POST ${path}/users/${bob.id}/deactivate`);
  await call(`POST ${path}/users/${bob.id}/deactivate`);
  await call(`POST ${path}/users/${bob.id}/activate`);
  const inner = await call(`POST ${path}/groups`, { json: { displayName: "Inner", memberIds: [ada.id] } });
  const outer = await call(`POST ${path}/groups`, { json: { displayName: "Outer", memberIds: [inner.id, bob.id] } });
  await call(`POST ${path}/groups`, { json: { displayName: "inner" } });
  await call(`POST ${path}/groups`, { json: { displayName: "Ghosts", memberIds: [ada.id, tenantId] } });
  await call(`POST ${path}/groups/${inner.id}/members`, { json: { memberIds: [outer.id] } });
  await call(`PUT ${path}/groups/${outer.id}/members`, { json: { memberIds: [inner.id] } });
  await call(`POST ${path}/groups/${inner.id}/members`, { json: { memberIds: [bob.id, ada.id] } });
  await call(`POST ${path}/groups/${inner.id}/members/remove`, { json: { memberIds: [bob.id, tenantId] } });
  await call(`GET ${path}/groups/${inner.id}/members`);
  await call(`PATCH ${path}/groups/${outer.id}`, { json: { displayName: "Everyone" } });
  await call(`GET ${path}/users/${ada.id}`);
  await call(`GET ${path}/users/${ada.id}/groups`);
  await call(`DELETE ${path}/users/${ada.id}?ifVersion=9`);
  await call(`DELETE ${path}/users/${ada.id}`);
  await call(`GET ${path}/users/${ada.id}`);
  await call(`GET ${path}/deleted-users`);
  await call(`DELETE ${path}/groups/${inner.id}`);
  await call(`GET ${path}/deleted-groups`);
  await call(`POST ${path}/groups/${ada.id}/restore`);
  await call(`POST ${path}/users/${ada.id}/restore`);
  await call(`POST ${path}/users/${ada.id}/restore`);
  await call(`POST ${path}/groups/${inner.id}/restore`);
  await call(`GET ${path}/groups/${outer.id}/members`);
  await call(`GET ${path}/groups/${inner.id}`);
  await deployment.settle(tenantId);
  await call(`GET ${path}/events?limit=1000`);
  await call(`GET ${path}/events?after=3&limit=2&types=user.created&types=group.created`);
  await call(`GET ${path}/audit?resourceId=${ada.id}`);
}

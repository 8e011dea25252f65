import type { Scene } from "../scenario.ts";

/** What an identity provider pushed can be read, and deleted and changed only there. */
export async function playOwnership({ call, path, deployment, tenantId }: Scene): Promise<void> {
  const ada = await deployment.provisionUser(tenantId, "ada");
  const staff = await deployment.provisionGroup(tenantId, "Staff", [ada.id]);
  await call(`GET ${path}/users/${ada.id}`);
  await call(`PATCH ${path}/users/${ada.id}`, { json: { active: false } });
  await call(`POST ${path}/users/${ada.id}/deactivate`);
  await call(`DELETE ${path}/users/${ada.id}`);
  await call(`PATCH ${path}/groups/${staff.id}`, { json: { displayName: "Crew" } });
  await call(`PUT ${path}/groups/${staff.id}/members`, { json: { memberIds: [] } });
  await call(`DELETE ${path}/groups/${staff.id}`);
  await call(`POST ${path}/users`, { json: { userName: "Ada" } });
  await call(`POST ${path}/groups`, { json: { displayName: "Own", memberIds: [ada.id, staff.id] } });
  await call(`GET ${path}/users?withTotal=true`);
  await deployment.settle(tenantId);
  await call(`GET ${path}/events`);
  await call(`GET ${path}/audit`);
}

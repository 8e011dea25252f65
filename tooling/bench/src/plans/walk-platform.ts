import { createApiKey, renameTenant } from "@rollcall/domain";
import type { Walk } from "./walk.ts";

const PAGE = 100;
const BATCH = 500;

/** What the deployment does: its tenants and API keys, and the worker's work. */
export async function walkPlatform(walk: Walk): Promise<void> {
  const { platform, world, actor, step } = walk;
  const { tenantId } = world.tenant;
  await step("tenants: get", () => platform.tenants.find(tenantId));
  await step("tenants: list", () => platform.tenants.list({ afterId: undefined, count: PAGE }));
  await step("tenants: rename", () =>
    renameTenant(platform.tenants, { id: tenantId, name: `Large ${Date.now()}`, actor }),
  );
  await walkApiKeys(walk);
  await walkWorker(walk);
}

async function walkApiKeys({ platform: { apiKeys, tenants }, actor, step }: Walk): Promise<void> {
  const issuer = { apiKeys, tenants, pepper: "p".repeat(32) };
  const scopes = ["users:read"] as const;
  const maker = { actor, scopes, tenantId: null };
  const { apiKey } = await step("API keys: create", () => createApiKey(issuer, { name: "Plans", scopes, maker }));
  await step("API keys: authenticate", () => apiKeys.findVerdict(apiKey.id));
  await step("API keys: note a use", () => apiKeys.touch(apiKey.id));
  const digest = new Uint8Array(32);
  await step("API keys: renew a digest", () => apiKeys.replaceDigest(apiKey.id, { old: digest, digest }));
  await step("API keys: get", () => apiKeys.find(apiKey.id));
  await step("API keys: list", () => apiKeys.list({ beforeId: undefined, count: PAGE }));
}

async function walkWorker({ database: { sequencer, retention }, world, step }: Walk): Promise<void> {
  const { tenantId } = world.tenant;
  await step("worker: which tenants have events without a number", () => sequencer.pendingTenants(PAGE));
  await step("worker: number events", () => sequencer.numberEvents(tenantId, BATCH));
  await step("worker: which tenants have something to erase", () => retention.dueTenants(PAGE));
  await step("worker: erase deletions past their time", () => retention.purgeDeletions(tenantId, PAGE));
  await step("worker: erase idempotency keys past their time", () => retention.purgeIdempotencyKeys(tenantId, PAGE));
}

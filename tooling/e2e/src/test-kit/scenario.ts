import { playAccess } from "./scenes/access.ts";
import { playDirectory } from "./scenes/directory.ts";
import { playLists } from "./scenes/lists.ts";
import { playMistakes } from "./scenes/mistakes.ts";
import { playOwnership } from "./scenes/ownership.ts";
import { playTenant } from "./scenes/tenant.ts";
import { playTrpc } from "./scenes/trpc.ts";
import type { Deployment } from "./deployment.ts";
import { createRecorder, type Exchange, type Recorder } from "./recorder.ts";

export interface Scene extends Recorder {
  readonly deployment: Deployment;
  readonly tenantId: string;
  /** The tenant's path in REST. */
  readonly path: string;
}

/** One scene after the other, each with a tenant of its own. @returns everything that was asked and answered. */
export async function playScenario(deployment: Deployment): Promise<readonly Exchange[]> {
  const recorder = createRecorder(deployment.url, deployment.apiKey);
  for (const play of [playTenant, playDirectory, playLists, playOwnership, playAccess, playMistakes, playTrpc]) {
    const tenant = await recorder.call("POST /api/v1/tenants", { json: { name: play.name } });
    await play({ ...recorder, deployment, tenantId: tenant.id, path: `/api/v1/tenants/${tenant.id}` });
  }
  return recorder.exchanges();
}

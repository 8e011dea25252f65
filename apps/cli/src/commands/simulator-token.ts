import type { RollcallClient } from "@rollcall/client";
import { say } from "../output/say.ts";

export interface SimulatorToken {
  readonly token: string;
  readonly tenantUrl: string;
  /** Never throws: the token expires soon anyway. */
  revoke(): Promise<void>;
}

const TOKEN_NAME = "Okta simulator";
const TOKEN_LIFETIME_MS = 60 * 60 * 1_000;

/** A token for one run, in the place of those that runs which were killed have left behind. */
export async function issueSimulatorToken(client: RollcallClient, tenantId: string): Promise<SimulatorToken> {
  const { items } = await client.tokens.list.query({ tenantId });
  for (const { id, name, revokedAt } of items) {
    if (name === TOKEN_NAME && revokedAt === null) await client.tokens.revoke.mutate({ tenantId, tokenId: id });
  }
  const expiresAt = new Date(Date.now() + TOKEN_LIFETIME_MS).toISOString();
  const { id, token, tenantUrl } = await client.tokens.create.mutate({ tenantId, name: TOKEN_NAME, expiresAt });
  return {
    token,
    tenantUrl,
    async revoke() {
      await client.tokens.revoke.mutate({ tenantId, tokenId: id }).catch(() => {
        say("the simulator's token could not be revoked; it expires within an hour");
      });
    },
  };
}

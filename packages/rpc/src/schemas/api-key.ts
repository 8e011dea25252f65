import { type ApiKey, apiScopes, MAX_API_KEY_NAME_LENGTH } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const apiScope = z.enum(apiScopes).meta({
  id: "Scope",
  description: "One right: to read an area of the API, or to read and change it.",
  examples: ["users:read"],
});

const shape = {
  id,
  name: z.string(),
  hint: z.string().meta({ description: "The last four characters of the secret" }),
  scopes: z.array(apiScope),
  tenantId: id.nullable().meta({ description: "The one tenant it reaches; null: every tenant" }),
  createdAt: instant,
  expiresAt: instant.nullable().meta({ description: "null only for the key of the command line" }),
  lastUsedAt: instant.nullable().meta({ description: "Within a minute; null when never used" }),
  revokedAt: instant.nullable(),
} satisfies ShapeOf<Omit<Wire<ApiKey>, "scopes">> & { scopes: z.ZodType };

const example = {
  id: "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
  name: "Billing service",
  hint: "x3Qf",
  scopes: ["users:read", "events:read"],
  tenantId: null,
  createdAt: "2026-02-03T09:30:00.000Z",
  expiresAt: "2027-02-03T09:30:00.000Z",
  lastUsedAt: null,
  revokedAt: null,
} as const;

export const apiKeySchema = z.object(shape).meta({
  id: "ApiKey",
  description: "The credential of an internal service, as far as it may be shown again: never the secret.",
  examples: [{ ...example, scopes: [...example.scopes] }],
});

export const issuedApiKeySchema = z
  .object({ ...shape, apiKey: z.string().meta({ description: "The secret; it is never shown again" }) })
  .meta({
    id: "IssuedApiKey",
    description: "A new API key together with its secret, which is shown only here.",
    examples: [{ ...example, scopes: [...example.scopes], apiKey: "rlk_…" }],
  });

export const apiKeyName = text(MAX_API_KEY_NAME_LENGTH).meta({ examples: ["Billing service"] });

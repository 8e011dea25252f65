import { MAX_TOKEN_NAME_LENGTH, type Token } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

const shape = {
  id,
  connectionId: id,
  name: z.string(),
  hint: z.string().meta({ description: "The last four characters of the secret" }),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable().meta({ description: "Within a minute; null when never used" }),
  revokedAt: instant.nullable(),
} satisfies ShapeOf<Wire<Token>>;

const example = {
  id: "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
  connectionId: "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
  name: "Okta",
  hint: "x3Qf",
  createdAt: "2026-02-03T09:30:00.000Z",
  expiresAt: "2027-02-03T09:30:00.000Z",
  lastUsedAt: null,
  revokedAt: null,
};

export const tokenSchema = z.object(shape).meta({
  id: "Token",
  description: "The credential of a connection, as far as it may be shown again: never the secret.",
  examples: [example],
});

export const issuedTokenSchema = z
  .object({
    ...shape,
    token: z.string().meta({ description: "The secret; it is never shown again" }),
    tenantUrl: z.url().meta({ description: "Where the identity provider pushes to" }),
  })
  .meta({
    id: "IssuedToken",
    description: "A new token together with its secret, which is shown only here.",
    examples: [{ ...example, token: "rlc_…", tenantUrl: "https://scim.example.com/scim" }],
  });

export const tokenName = text(MAX_TOKEN_NAME_LENGTH).meta({ examples: ["Okta"] });

import {
  type Connection,
  connectionStates,
  identityProviders,
  MAX_CONNECTION_NAME_LENGTH,
  unknownMembersPolicies,
} from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const identityProvider = z
  .enum(identityProviders)
  .meta({ id: "IdentityProvider", description: "The kind of identity provider that pushes.", examples: ["okta"] });

export const connectionState = z.enum(connectionStates).meta({
  id: "ConnectionState",
  description: "active: reads and writes; paused: the identity provider may read but not write.",
  examples: ["active"],
});

export const uniqueGroupNames = z
  .boolean()
  .meta({ description: "Whether a group's displayName may be used once only", examples: [true] });

export const unknownMembers = z.enum(unknownMembersPolicies).meta({
  id: "UnknownMembers",
  description:
    "What becomes of group members that do not exist. refuse: the whole request; skip: those members alone, which are logged.",
  examples: ["refuse"],
});

export const connectionName = text(MAX_CONNECTION_NAME_LENGTH).meta({ examples: ["Default"] });

export const connectionSchema = z
  .object({
    id,
    name: z.string(),
    identityProvider,
    state: connectionState,
    uniqueGroupNames,
    unknownMembers,
    createdAt: instant,
    updatedAt: instant,
  } satisfies ShapeOf<Wire<Connection>>)
  .meta({
    id: "Connection",
    description: "One identity provider's set-up of a tenant. Every tenant starts with one.",
    examples: [
      {
        id: "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
        name: "Default",
        identityProvider: "okta",
        state: "active",
        uniqueGroupNames: true,
        unknownMembers: "refuse",
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-03T09:30:00.000Z",
      },
    ],
  });

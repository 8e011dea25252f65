import { MAX_KEY_LENGTH, type Group, type Member, memberTypes } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import { origin } from "./user.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const groupSchema = z
  .object({
    id,
    displayName: z.string(),
    externalId: z.string().nullable().meta({ description: "The identity provider's own id" }),
    origin,
    connectionId: id.nullable().meta({ description: "The connection that created the group" }),
    version: z.int().min(1).meta({ description: "Grows by one with every change, of members too" }),
    createdAt: instant,
    updatedAt: instant,
  } satisfies ShapeOf<Wire<Group>>)
  .meta({
    id: "Group",
    description: "A group without its members, which are read on their own.",
    examples: [
      {
        id: "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
        displayName: "Engineering",
        externalId: null,
        origin: "idp",
        connectionId: "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
        version: 12,
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-05T08:15:00.000Z",
      },
    ],
  });

export const memberSchema = z
  .object({
    id,
    type: z.enum(memberTypes),
    display: z.string().meta({ description: "A user's displayName, else its userName; a group's displayName" }),
  } satisfies ShapeOf<Member>)
  .meta({
    id: "Member",
    description: "One membership, seen from its group.",
    examples: [{ id: "01935f20-1111-7222-8333-944455556666", type: "user", display: "Ada Lovelace" }],
  });

export const groupNameInput = text(MAX_KEY_LENGTH).meta({ examples: ["Engineering"] });

const MAX_MEMBERS_PER_REQUEST = 10_000;

export const memberIds = z
  .array(id)
  .max(MAX_MEMBERS_PER_REQUEST)
  .meta({ description: "Ids of users and groups of the same tenant" });

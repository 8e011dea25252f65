import { type GroupReference, MAX_KEY_LENGTH, type Origin, type User } from "@rollcall/domain";
import { z } from "zod";
import { id } from "./id.ts";
import { instant } from "./instant.ts";
import { text } from "./text.ts";
import { userProfileSchema } from "./user-profile.ts";
import type { ShapeOf, Wire } from "./wire.ts";

export const origin = z.enum(["idp", "platform"] satisfies Origin[]).meta({
  id: "Origin",
  description: "idp: pushed by an identity provider; platform: made by the platform itself.",
  examples: ["idp"],
});

export const groupReferenceSchema = z
  .object({ id, displayName: z.string(), type: z.enum(["direct", "indirect"]) } satisfies ShapeOf<GroupReference>)
  .meta({
    id: "GroupReference",
    description:
      "A group that the user is in: as a member itself (direct), or through a group that is a member (indirect).",
  });

export const userSchema = z
  .object({
    id,
    userName: z.string().meta({ description: "As the identity provider spells it; compared without regard to case" }),
    externalId: z.string().nullable().meta({ description: "The identity provider's own id" }),
    active: z.boolean(),
    profile: userProfileSchema,
    origin,
    connectionId: id.nullable().meta({ description: "The connection that created the user" }),
    groups: z.array(groupReferenceSchema),
    version: z.int().min(1).meta({ description: "Grows by one with every change" }),
    createdAt: instant,
    updatedAt: instant,
  } satisfies ShapeOf<Wire<User>>)
  .meta({
    id: "User",
    description: "A person, as the identity provider pushed them or as the platform made them itself.",
    examples: [
      {
        id: "01935f20-1111-7222-8333-944455556666",
        userName: "ada@example.com",
        externalId: "00u1abcd",
        active: true,
        profile: { displayName: "Ada Lovelace", emails: [{ value: "ada@example.com", type: "work", primary: true }] },
        origin: "idp",
        connectionId: "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
        groups: [{ id: "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff", displayName: "Engineering", type: "direct" }],
        version: 3,
        createdAt: "2026-02-03T09:30:00.000Z",
        updatedAt: "2026-02-04T11:00:00.000Z",
      },
    ],
  });

export const userNameInput = text(MAX_KEY_LENGTH).meta({ examples: ["ada@example.com"] });
export const externalIdInput = text(MAX_KEY_LENGTH).meta({ description: "An id of the platform's own" });

/** Where two callers may change the same resource. */
export const ifVersion = z
  .int()
  .min(1)
  .optional()
  .meta({ description: "The version that was read last; a resource that has another one is left as it is" });

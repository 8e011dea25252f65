import { z } from "zod";
import type { User } from "./evidence.ts";

/** An event of the feed, as far as the checker reads it. */
export type FeedEvent = { readonly id: string; readonly sequence: number } & FeedChange;

export type FeedChange =
  | { readonly kind: "user created" | "user updated"; readonly userId: string; readonly user: User }
  | {
      readonly kind: "user deleted";
      readonly userId: string;
      readonly version: number;
      readonly groupIds: readonly string[];
    }
  | {
      readonly kind: "group created" | "group updated";
      readonly groupId: string;
      readonly version: number;
      readonly displayName: string;
    }
  | { readonly kind: "group deleted"; readonly groupId: string; readonly version: number }
  | {
      readonly kind: "member added" | "member removed";
      readonly groupId: string;
      readonly version: number;
      readonly userId: string;
    }
  | { readonly kind: "beside the directory" };

/** An event as the internal API gives it. @throws ZodError when it is no event, or one that no operation can cause. */
export function parseFeedEvent(json: unknown): FeedEvent {
  const { id, sequence, ...event } = eventSchema.parse(json);
  return { id, sequence, ...parseChange(event) };
}

const eventSchema = z.object({
  id: z.string(),
  sequence: z.int(),
  type: z.enum([
    "tenant.created",
    "connection.created",
    "token.created",
    "user.created",
    "user.updated",
    "user.deactivated",
    "user.reactivated",
    "user.deleted",
    "group.created",
    "group.updated",
    "group.deleted",
    "group.member_added",
    "group.member_removed",
  ]),
  resourceId: z.string(),
  resourceVersion: z.int().nullable(),
  data: z.unknown(),
});

const version = z.int();
const userData = z.object({
  user: z.object({
    version: z.int(),
    userName: z.string(),
    active: z.boolean(),
    profile: z.object({ title: z.string().optional(), nickName: z.string().optional() }),
  }),
});
const deletionData = z.object({ groupIds: z.array(z.string()) });
const groupData = z.object({ group: z.object({ displayName: z.string() }) });
const memberData = z.object({ memberId: z.string() });

type RawEvent = Omit<z.output<typeof eventSchema>, "id" | "sequence">;

function parseChange({ type, resourceId, resourceVersion, data }: RawEvent): FeedChange {
  const versioned = () => ({ version: version.parse(resourceVersion) });
  switch (type) {
    case "tenant.created":
    case "connection.created":
    case "token.created":
      return { kind: "beside the directory" };
    case "user.created":
      return { kind: "user created", userId: resourceId, user: parseUser(data) };
    case "user.updated":
    case "user.deactivated":
    case "user.reactivated":
      return { kind: "user updated", userId: resourceId, user: parseUser(data) };
    case "user.deleted":
      return { kind: "user deleted", userId: resourceId, ...versioned(), ...deletionData.parse(data) };
    case "group.created":
    case "group.updated": {
      const kind = type === "group.created" ? "group created" : "group updated";
      return { kind, groupId: resourceId, ...versioned(), displayName: groupData.parse(data).group.displayName };
    }
    case "group.deleted":
      return { kind: "group deleted", groupId: resourceId, ...versioned() };
    case "group.member_added":
    case "group.member_removed": {
      const kind = type === "group.member_added" ? "member added" : "member removed";
      return { kind, groupId: resourceId, ...versioned(), userId: memberData.parse(data).memberId };
    }
  }
}

function parseUser(data: unknown): User {
  const { version, userName, active, profile } = userData.parse(data).user;
  return { version, userName, active, title: profile.title, nickName: profile.nickName };
}

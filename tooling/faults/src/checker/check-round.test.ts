import { describe, expect, it } from "vitest";
import type { Action, Operation, Outcome } from "../workload/operation.ts";
import { checkRound } from "./check-round.ts";
import type { Directory, Evidence, Group, User } from "./evidence.ts";
import type { FeedChange, FeedEvent } from "./feed-event.ts";

describe("checkRound", () => {
  it("finds nothing in a round that is as it must be", () => {
    expect(oddities({})).toEqual([]);
  });

  it("takes an unanswered write as whole or as absent", () => {
    const lost = operation(9, { kind: "create user", userName: "lost", active: true }, unknown);
    expect(oddities({ history: [...history, lost] })).toEqual([]);
    const added = operation(9, change({ add: ["u2"], remove: ["u1"] }), unknown);
    expect(oddities({ history: [...history, added] })).toEqual([]);
    const unanswered = history.map((it) => (it.stamp === 2 || it.stamp === 5 ? { ...it, outcome: unknown } : it));
    expect(oddities({ history: unanswered })).toEqual([]);
  });

  it("finds an acknowledged write that is lost", () => {
    const lost = operation(9, replace("u1"), acknowledged("u1", 3));
    expect(oddities({ history: [...history, lost] })).toEqual([
      "operation 9, replace user, was acknowledged and left no change",
    ]);
  });

  it("finds an acknowledged write that only the feed has lost", () => {
    const without = feed.filter(({ kind }) => kind !== "user updated").map(renumber);
    expect(oddities({ feed: without })).toEqual(
      expect.arrayContaining(["operation 2, replace user, was acknowledged and left no change"]),
    );
  });

  it("finds an unanswered write of which half is there", () => {
    const half = { ...jane, version: 3, title: "by 9" };
    const write = operation(9, replace("u1"), unknown);
    const event = { kind: "user updated", userId: "u1", user: half } as const;
    expect(
      oddities({
        history: [...history, write],
        feed: feedOf([...changes, event]),
        directories: twice({ ...directory, users: new Map([...directory.users, ["u1", half]]) }),
      }),
    ).toEqual(["event 9, user updated: no operation did just this"]);
  });

  it("finds an unanswered change of members of which half is there", () => {
    const write = operation(9, change({ add: ["u2"], remove: ["u1"] }), unknown);
    const event = { kind: "member added", groupId: "g1", version: 3, userId: "u2" } as const;
    const group = { ...team, version: 3, memberIds: new Set(["u1", "u2"]) };
    expect(
      oddities({
        history: [...history, write],
        feed: feedOf([...changes, event]),
        directories: twice({ ...directory, groups: new Map([["g1", group]]) }),
      }),
    ).toEqual(["event 9, group changed: no operation did just this"]);
  });

  it("finds a gap in the feed, and an event that comes twice", () => {
    const gap = feed.map((event) => (event.sequence < 4 ? event : { ...event, sequence: event.sequence + 1 }));
    expect(oddities({ feed: gap })).toEqual(["event 4 of the feed has number 5"]);
    const twice = feed.map((event, index) => (index === 1 ? { ...event, id: "event 1" } : event));
    expect(oddities({ feed: twice })).toEqual(["event 2 has the id event 1 of an earlier one"]);
  });

  it("finds a member that nobody added, and one that is missing", () => {
    const foreign = { ...team, memberIds: new Set(["u1", "u2"]) };
    expect(oddities({ directories: twice({ ...directory, groups: new Map([["g1", foreign]]) }) })).toEqual(
      expect.arrayContaining([expect.stringMatching(/^group of replica 0 is .*u2.*, but by the feed /)]),
    );
    const empty = { ...team, memberIds: new Set<string>() };
    expect(oddities({ directories: twice({ ...directory, groups: new Map([["g1", empty]]) }) })).toEqual(
      expect.arrayContaining(["user u1 is no member of g1"]),
    );
  });

  it("finds a replica that shows something else, or counts wrong", () => {
    const stale = { ...directory, users: new Map([...directory.users, ["u1", { ...jane, version: 1 }]]) };
    expect(oddities({ directories: [directory, stale] })).toEqual([expect.stringMatching(/^user of replica 1 is /)]);
    const miscounted = { ...directory, totalUsers: 3 };
    expect(oddities({ directories: [miscounted, directory] })).toEqual(["replica 0 lists 2 users and counts 3"]);
  });

  it("finds a version that is missing, a name that two have, a member who is no user", () => {
    const skipped = feedOf([...changes, { kind: "group updated", groupId: "g1", version: 4, displayName: "x" }]);
    expect(oddities({ feed: skipped })).toContain("event 9, group updated: makes version 4 of 2");
    const double = { ...john, userName: "JANE", title: "by 9", nickName: "by 9" };
    expect(oddities({ feed: feedOf([...changes, { kind: "user created", userId: "u3", user: double }]) })).toContain(
      "event 9, user created: JANE is taken",
    );
    const nobody = feedOf([...changes, { kind: "member added", groupId: "g1", version: 3, userId: "u9" }]);
    expect(oddities({ feed: nobody })).toContain("event 9, member added: is no user");
  });

  it("finds a deletion that leaves out a group", () => {
    const event = { kind: "user deleted", userId: "u1", version: 2, groupIds: [] } as const;
    expect(oddities({ feed: feedOf([...changes, event]) })).toContain(
      "event 9, user deleted: names the groups none, but the user was in g1",
    );
  });

  it("finds a feed whose order is not that of the writes", () => {
    const [first = [], jane = [], john = [], rest = []] = [[0, 1], [1, 3], [3, 4], [4]].map((at) =>
      changes.slice(...at),
    );
    expect(oddities({ feed: feedOf([...first, ...john, ...jane, ...rest]) })).toContain(
      "operation 1 ended before 3 began, and the feed has it after",
    );
  });

  it.each<[string, Action, Outcome]>([
    ["a 500", replace("u1"), { ...unknown, status: 500 }],
    ["a 503 while the database was there", replace("u1"), { ...unknown, status: 503, retryAfter: true }],
    ["a 404 for what nobody deleted", replace("u1"), { kind: "refused", status: 404 }],
    ["a 404 for a group that is there", change({ add: [], remove: [] }), { kind: "refused", status: 404 }],
    [
      "a 409 for a name that nobody wanted",
      { kind: "create user", userName: "new", active: true },
      { kind: "refused", status: 409 },
    ],
    ["a 400 without a reason", change({ add: ["u1"], remove: [] }), { kind: "refused", status: 400 }],
    ["a 202", { kind: "delete group", groupId: "g2" }, acknowledged(undefined, undefined, 202)],
    ["nobody for a user who is there", find, acknowledged(undefined, undefined)],
    ["a user as it was before", find, acknowledged("u1", 1)],
  ])("finds an answer that must not be: %s", (_name, action, outcome) => {
    expect(oddities({ history: [...history, operation(9, action, outcome)] })).toContainEqual(
      expect.stringMatching(/^operation 9 must not be answered like this/),
    );
  });

  it("allows a 503 with Retry-After, and only that, while the database was away", () => {
    const away = (outcome: Outcome) =>
      oddities({ databaseWasAway: true, history: [...history, operation(9, replace("u1"), outcome)] });
    expect(away({ ...unknown, status: 503, retryAfter: true })).toEqual([]);
    expect(away({ ...unknown, status: 503, retryAfter: false })).toHaveLength(1);
    expect(away({ ...unknown, status: 500, retryAfter: true })).toHaveLength(1);
  });

  it("allows it as well to who has waited for a connection or a lock as long as one may", () => {
    const waited = (ms: number, status: number) => {
      const { startedAt, ...rest } = operation(9, replace("u1"), { ...unknown, status, retryAfter: true });
      return oddities({ history: [...history, { ...rest, startedAt, endedAt: startedAt + ms }] });
    };
    expect(waited(3_100, 503)).toEqual([]);
    expect(waited(2_900, 503)).toEqual([expect.stringMatching(/^operation 9 must not be answered .* after 2900 ms: /)]);
    expect(waited(3_100, 500)).toHaveLength(1);
  });
});

const unknown = { kind: "unknown", status: undefined, retryAfter: false, reason: "cut" } as const;
const find = { kind: "find user", userId: "u1", userName: "jane" } as const;
const jane: User = { version: 2, userName: "jane", active: true, title: "by 2", nickName: "by 2" };
const john: User = { version: 1, userName: "john", active: true, title: "by 3", nickName: "by 3" };
const team: Group = { version: 2, displayName: "by 4", memberIds: new Set(["u1"]) };

const directory: Directory = {
  users: new Map([
    ["u1", jane],
    ["u2", john],
  ]),
  groups: new Map([["g1", team]]),
  totalUsers: 2,
  totalGroups: 1,
};

const changes: readonly FeedChange[] = [
  { kind: "beside the directory" },
  { kind: "user created", userId: "u1", user: { ...jane, version: 1, title: "by 1", nickName: "by 1" } },
  { kind: "user updated", userId: "u1", user: jane },
  { kind: "user created", userId: "u2", user: john },
  { kind: "group created", groupId: "g1", version: 1, displayName: "by 4" },
  { kind: "member added", groupId: "g1", version: 1, userId: "u2" },
  { kind: "member added", groupId: "g1", version: 2, userId: "u1" },
  { kind: "member removed", groupId: "g1", version: 2, userId: "u2" },
];

const history: readonly Operation[] = [
  operation(1, { kind: "create user", userName: "jane", active: true }, acknowledged("u1", 1, 201)),
  operation(2, replace("u1"), acknowledged("u1", 2)),
  operation(3, { kind: "create user", userName: "john", active: true }, acknowledged("u2", 1, 201)),
  operation(4, { kind: "create group", add: ["u2"] }, acknowledged("g1", 1, 201)),
  operation(5, change({ add: ["u1"], remove: ["u2"] }), acknowledged("g1", 2)),
];

const feed = feedOf(changes);

/** What the checker says of a round of which something is different. */
function oddities(different: Partial<Evidence>): string[] {
  const evidence = { history, directories: twice(directory), feed, databaseWasAway: false, ...different };
  return checkRound(evidence).map(({ what }) => what);
}

function twice(shown: Directory): Directory[] {
  return [shown, shown];
}

/** All are one worker's, one after the other. */
function operation(stamp: number, action: Action, outcome: Outcome): Operation {
  return { stamp, worker: 0, replica: "A", action, startedAt: stamp * 10, endedAt: stamp * 10 + 5, outcome };
}

function acknowledged(id: string | undefined, version: number | undefined, status = 200) {
  return { kind: "acknowledged", status, id, version } as const;
}

function replace(userId: string): Action {
  return { kind: "replace user", userId, userName: "jane", active: true, ifVersion: undefined };
}

function change({ add, remove }: { add: string[]; remove: string[] }): Action {
  return { kind: "change group", groupId: "g1", rename: false, add, remove };
}

function feedOf(made: readonly FeedChange[]): FeedEvent[] {
  return made.map((change, index) => ({ id: `event ${index + 1}`, sequence: index + 1, ...change }));
}

function renumber(event: FeedEvent, index: number): FeedEvent {
  return { ...event, sequence: index + 1 };
}

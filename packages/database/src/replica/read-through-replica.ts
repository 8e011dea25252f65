import type { Directory, OpenDirectory } from "@rollcall/domain";
import type { Replica } from "./open-replica.ts";

interface Directories {
  readonly primary: OpenDirectory;
  /** Over the replica. */
  readonly replica: OpenDirectory;
}

/**
 * Directories whose event feed is read from the replica, and with `consistency: "eventual"` lists and look-ups of users
 * and groups too. All else, and whatever identity providers see, comes from the primary.
 */
export function readThroughReplica(directories: Directories, read: Replica["read"]): OpenDirectory {
  return (tenantId, options = {}) => {
    const primary = directories.primary(tenantId, options);
    if (options.sees === "idp") return primary;
    const replica = directories.replica(tenantId, options);
    const events: Directory["events"] = { list: either(({ events }, ...args) => events.list(...args)) };
    if (options.consistency !== "eventual") return { ...primary, events };
    const users: Directory["users"] = {
      ...primary.users,
      list: either(({ users }, ...args) => users.list(...args)),
      lookUp: either(({ users }, ...args) => users.lookUp(...args)),
    };
    const groups: Directory["groups"] = {
      ...primary.groups,
      list: either(({ groups }, ...args) => groups.list(...args)),
      lookUp: either(({ groups }, ...args) => groups.lookUp(...args)),
      members: either(({ groups }, ...args) => groups.members(...args)),
    };
    return { ...primary, events, users, groups };

    function either<TArgs extends readonly unknown[], TResult>(
      ask: (directory: Directory, ...args: TArgs) => Promise<TResult>,
    ): (...args: TArgs) => Promise<TResult> {
      return (...args) =>
        read(
          () => ask(replica, ...args),
          () => ask(primary, ...args),
        );
    }
  };
}

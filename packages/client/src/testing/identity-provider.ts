import {
  createGroup,
  createUser,
  deleteGroup,
  deleteUser,
  type Directory,
  DomainError,
  type Group,
  type GroupDraft,
  type OpenDirectory,
  strictGroupRules,
  updateGroup,
  updateUser,
  type User,
  type UserDraft,
} from "@rollcall/domain";

/** What an identity provider pushes over one of a tenant's connections; the platform can read it but not change it. */
export interface IdentityProvider {
  provisionUser(draft: Partial<UserDraft> & Pick<UserDraft, "userName">): Promise<User>;
  /** Changes what is given and leaves the rest. */
  updateUser(id: string, change: Partial<UserDraft>): Promise<User>;
  deactivateUser(id: string): Promise<User>;
  deprovisionUser(id: string): Promise<void>;
  provisionGroup(
    draft: Partial<GroupDraft> & Pick<GroupDraft, "displayName">,
    memberIds?: readonly string[],
  ): Promise<Group>;
  addMembers(groupId: string, ids: readonly string[]): Promise<Group>;
  removeMembers(groupId: string, ids: readonly string[]): Promise<Group>;
  deprovisionGroup(id: string): Promise<void>;
}

interface Provider {
  readonly tenantId: string;
  /** Default: the tenant's first. */
  readonly connectionId?: string | undefined;
}

export function createIdentityProvider(
  openDirectory: () => Promise<OpenDirectory>,
  provider: Provider,
): IdentityProvider {
  const rules = strictGroupRules;
  const change = async (id: string, draft: Partial<UserDraft>) => {
    const { users, actor } = await connect();
    return await updateUser(users, { id, actor, change: (current) => ({ ...current, ...draft }) });
  };
  return {
    async provisionUser(given) {
      const { users, actor, connectionId } = await connect();
      const draft = { externalId: null, active: true, profile: {}, ...given };
      return await createUser(users, { draft, origin: "idp", connectionId, actor });
    },

    updateUser: change,

    deactivateUser: (id) => change(id, { active: false }),

    async deprovisionUser(id) {
      const { users, actor } = await connect();
      await deleteUser(users, { id, actor });
    },

    async provisionGroup(given, memberIds = []) {
      const { groups, actor, connectionId } = await connect();
      const draft = { externalId: null, ...given };
      return await createGroup(groups, { draft, memberIds, origin: "idp", connectionId, actor, rules });
    },

    addMembers: (groupId, ids) => changeMembers(groupId, { kind: "add", ids }),

    removeMembers: (groupId, ids) => changeMembers(groupId, { kind: "remove", ids }),

    async deprovisionGroup(id) {
      const { groups, actor } = await connect();
      await deleteGroup(groups, { id, actor });
    },
  };

  async function changeMembers(id: string, step: { kind: "add" | "remove"; ids: readonly string[] }) {
    const { groups, actor } = await connect();
    return await updateGroup(groups, { id, actor, change: (current) => current, members: [step], rules });
  }

  /** Anew for every push, for the kit may have been reset meanwhile. */
  async function connect(): Promise<Connected> {
    const openTenant = await openDirectory();
    const directory = openTenant(provider.tenantId, { sees: "idp" });
    const connections = await directory.connections.list();
    const wanted = provider.connectionId ?? connections[0]?.id;
    const connection = connections.find(({ id }) => id === wanted);
    if (connection === undefined) {
      throw new DomainError({ code: "not_found", resource: "connection", id: wanted ?? provider.tenantId });
    }
    const actor = { kind: "connection", id: connection.id } as const;
    return { users: directory.users, groups: directory.groups, connectionId: connection.id, actor };
  }
}

interface Connected extends Pick<Directory, "users" | "groups"> {
  readonly connectionId: string;
  readonly actor: { readonly kind: "connection"; readonly id: string };
}

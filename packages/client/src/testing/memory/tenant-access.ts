import { type DirectoryOptions, DomainError, type Origin, type Provenance } from "@rollcall/domain";
import type { Store } from "./store.ts";
import type { TenantRows } from "./tenant-rows.ts";

/** One tenant's rows, as one caller may see them; what repositories are made of. */
export interface TenantAccess {
  readonly tenantId: string;
  /** Where changes come from; without it they are not audited. */
  readonly provenance: Provenance | undefined;
  /** Whether the caller knows of what is of this origin. */
  readonly sees: (resource: { readonly origin: Origin }) => boolean;
  /** Users and groups that the caller does not see are not among the rows. */
  read<TResult>(work: (rows: TenantRows) => TResult): Promise<TResult>;
  /** All rows, whoever asks: names are unique among them all. */
  write<TResult>(work: (rows: TenantRows) => TResult | Promise<TResult>): Promise<TResult>;
}

export function tenantAccess(store: Store, tenantId: string, options: DirectoryOptions = {}): TenantAccess {
  const { sees: whom = "all", provenance } = options;
  const sees: TenantAccess["sees"] = ({ origin }) => whom === "all" || origin === "idp";
  return {
    tenantId,
    provenance,
    sees,
    read: (work) => store.tenant(tenantId).read((rows) => work(whom === "all" ? rows : visibleRows(rows, sees))),
    write: (work) =>
      store.tenant(tenantId).write(async (rows) => {
        if (rows.tenant === undefined) throw new DomainError({ code: "not_found", resource: "tenant", id: tenantId });
        return await work(rows);
      }),
  };
}

function visibleRows(rows: TenantRows, sees: TenantAccess["sees"]): TenantRows {
  const users = new Map([...rows.users].filter(([, user]) => sees(user)));
  const groups = new Map([...rows.groups].filter(([, group]) => sees(group)));
  const memberships = new Map(
    [...rows.memberships].filter(
      ([, { groupId, id, type }]) => groups.has(groupId) && (type === "user" ? users : groups).has(id),
    ),
  );
  return { ...rows, users, groups, memberships };
}

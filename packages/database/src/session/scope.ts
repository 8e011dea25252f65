/**
 * What a transaction may see: one tenant's directory, the deployment's own tables, which tenants have work, which have
 * something to erase, or one tenant to erase from.
 */
export type Scope =
  | { readonly kind: "tenant"; readonly tenantId: string }
  | { readonly kind: "platform" }
  | { readonly kind: "worker" }
  | { readonly kind: "retention"; readonly tenantId?: string };

export const scopeRoles = {
  tenant: "rollcall_app",
  platform: "rollcall_platform",
  worker: "rollcall_worker",
  retention: "rollcall_retention",
} as const satisfies Record<Scope["kind"], string>;

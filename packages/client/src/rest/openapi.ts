// Made by `pnpm codegen` from packages/rpc/openapi.json.
export type JsonValue = null | boolean | number | string | JsonValue[] | {
    [key: string]: JsonValue;
};
export interface paths {
    "/service": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the service's version
         * @description Which service answers here, and in which version. Needs no credential.
         */
        get: operations["getService"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service/caller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the caller
         * @description Whom the credential of this request speaks for, and what it allows.
         */
        get: operations["getCaller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tenants
         * @description All tenants of the deployment, deleted ones too, oldest first, in pages; or the caller's one tenant. Scope: `tenants:read`.
         */
        get: operations["listTenants"];
        put?: never;
        /**
         * Create a tenant
         * @description Adds a tenant together with its first connection. Not for callers bound to one tenant. Scope: `tenants:write`.
         */
        post: operations["createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a tenant
         * @description One tenant by its id. Scope: `tenants:read`.
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        /**
         * Delete a tenant
         * @description Shuts its identity providers out within a second. All of it stays readable and can be restored for 30 days; then it is erased for good. Scope: `tenants:write`.
         */
        delete: operations["deleteTenant"];
        options?: never;
        head?: never;
        /**
         * Rename a tenant
         * @description Changes the tenant's name; the same name again changes nothing. Scope: `tenants:write`.
         */
        patch: operations["updateTenant"];
        trace?: never;
    };
    "/tenants/{tenantId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a tenant
         * @description Its identity providers may read but not write, within a second. Pausing it again changes nothing. Scope: `tenants:write`.
         */
        post: operations["pauseTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a tenant
         * @description Undoes a pause; resuming it again changes nothing. Scope: `tenants:write`.
         */
        post: operations["resumeTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a tenant
         * @description Undoes a deletion; the tenant is active again, with everything that was in it. Scope: `tenants:write`.
         */
        post: operations["restoreTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List connections
         * @description All connections of a tenant, oldest first. Scope: `connections:read`.
         */
        get: operations["listConnections"];
        put?: never;
        /**
         * Create a connection
         * @description Adds another identity provider to a tenant. The connection is active and has no token yet. Scope: `connections:write`.
         */
        post: operations["createConnection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/connections/{connectionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a connection
         * @description One connection by its id. Scope: `connections:read`.
         */
        get: operations["getConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a connection
         * @description Renames, pauses or resumes a connection, or changes its kind. What is not given stays. Scope: `connections:write`.
         */
        patch: operations["updateConnection"];
        trace?: never;
    };
    "/tenants/{tenantId}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List tokens
         * @description All tokens of a tenant or of one connection, revoked and expired ones too, newest first. Scope: `tokens:read`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create a token
         * @description Issues a token for a connection, by default the tenant's oldest. The answer is the only time its secret is shown. A connection has at most two live tokens. Scope: `tokens:write`.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/tokens/{tokenId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate a token
         * @description Issues a successor under the same name and lets the old token run out after the overlap. The answer is the only time the new secret is shown. Scope: `tokens:write`.
         */
        post: operations["rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Ends a token; within a second it opens nothing anywhere. Revoking it again changes nothing. Scope: `tokens:write`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description API keys of the deployment or of one tenant, revoked and expired ones too, newest first. Scope: `api_keys:read`.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Create an API key
         * @description Issues a key with the given scopes, for all tenants or for one. Nobody can give more than they have. The answer is the only time its secret is shown. It lives at most 365 days. Scope: `api_keys:write`.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate an API key
         * @description Issues a successor with the same name, scopes and tenant, and lets the old key run out after the overlap. The answer is the only time the new secret is shown. Scope: `api_keys:write`.
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description Ends a key; within a second it opens nothing anywhere. Revoking it again changes nothing. Scope: `api_keys:write`.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Users of a tenant in pages, oldest first unless sorted. Several conditions must hold together. Scope: `users:read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Adds a user of the platform's own. Identity providers do not see it, but its userName is taken. Scope: `users:write`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search users
         * @description Users of a tenant that fulfil a filter, in pages, oldest first unless sorted. Scope: `users:read`.
         */
        post: operations["searchUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count users
         * @description How many users of a tenant there are, or fulfil a filter; exact. Scope: `users:read`.
         */
        post: operations["countUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up many users
         * @description Up to 1,000 users at once by their ids, userNames, externalIds or e-mail addresses, in the order of their ids, and the values that nobody has. Scope: `users:read`.
         */
        post: operations["lookUpUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description One user by its id, with the groups it is in. Scope: `users:read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user of the platform's own and ends its memberships; it can be restored for 30 days, and its names are free at once. Scope: `users:write`.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        /**
         * Change a user
         * @description Changes a user of the platform's own. What is not given stays; a profile replaces the whole profile. Scope: `users:write`.
         */
        patch: operations["updateUser"];
        trace?: never;
    };
    "/tenants/{tenantId}/users/{userId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user's groups
         * @description All groups that a user is in, as a member itself or through another group. Scope: `users:read`.
         */
        get: operations["listUserGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/{userId}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a user
         * @description Takes a user of the platform's own out of use. Deactivating it again changes nothing. Scope: `users:write`.
         */
        post: operations["deactivateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/{userId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a user
         * @description Undoes a deactivation. Activating it again changes nothing. Scope: `users:write`.
         */
        post: operations["activateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/deleted-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deleted users
         * @description Users that were deleted, by whomever, and can still be restored, in pages. Scope: `users:read`.
         */
        get: operations["listDeletedUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/users/{userId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a user
         * @description Undoes a deletion, whoever deleted it: the user is as it was, one version on, and a member again of those of its groups that still exist. Scope: `users:write`.
         */
        post: operations["restoreUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List groups
         * @description Groups of a tenant without their members, in pages, oldest first unless sorted. Scope: `groups:read`.
         */
        get: operations["listGroups"];
        put?: never;
        /**
         * Create a group
         * @description Adds a group of the platform's own with its first members, which may be users and groups of any origin. Identity providers do not see it. Scope: `groups:write`.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search groups
         * @description Groups of a tenant that fulfil a filter, in pages, oldest first unless sorted. Scope: `groups:read`.
         */
        post: operations["searchGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count groups
         * @description How many groups of a tenant there are, or fulfil a filter; exact. Scope: `groups:read`.
         */
        post: operations["countGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups/look-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up many groups
         * @description Groups by up to 1,000 ids, displayNames or externalIds at once, in the order of their ids, and the values that none has. Scope: `groups:read`.
         */
        post: operations["lookUpGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a group
         * @description One group by its id, without its members. Scope: `groups:read`.
         */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        /**
         * Delete a group
         * @description Deletes a group of the platform's own; its members stay as they are. It can be restored for 30 days, and its name is free at once. Scope: `groups:write`.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /**
         * Change a group
         * @description Changes a group of the platform's own. What is not given stays. Scope: `groups:write`.
         */
        patch: operations["updateGroup"];
        trace?: never;
    };
    "/tenants/{tenantId}/groups/{groupId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a group's members
         * @description Direct members of a group in the order of their ids, in pages. Scope: `groups:read`.
         */
        get: operations["listGroupMembers"];
        /**
         * Replace a group's members
         * @description Makes the group's members exactly these; only the difference is written. Scope: `groups:write`.
         */
        put: operations["replaceGroupMembers"];
        /**
         * Add members to a group
         * @description Adds users and groups, all of them or none. Who is a member already stays one. Scope: `groups:write`.
         */
        post: operations["addGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/deleted-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deleted groups
         * @description Groups that were deleted, by whomever, and can still be restored, in pages. Scope: `groups:read`.
         */
        get: operations["listDeletedGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups/{groupId}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a group
         * @description Undoes a deletion, whoever deleted it: the group is as it was, one version on, with those of its members that still exist. Scope: `groups:write`.
         */
        post: operations["restoreGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/groups/{groupId}/members/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove members from a group
         * @description Ends memberships. Who is no member is passed over. Scope: `groups:write`.
         */
        post: operations["removeGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List extension schemas
         * @description All extension schemas of a tenant, oldest first. Scope: `schemas:read`.
         */
        get: operations["listSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/schemas/{urn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Define an extension schema
         * @description Adds an extension schema, or replaces the one with this URN; identity providers see it within a second. Attributes can be added and reworded; what users may hold values of can neither be removed nor change its type. Scope: `schemas:write`.
         */
        put: operations["defineSchema"];
        post?: never;
        /**
         * Delete an extension schema
         * @description Removes an extension schema that no user holds values of. Scope: `schemas:write`.
         */
        delete: operations["deleteSchema"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/entitlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles and entitlements
         * @description What a tenant's identity providers may assign, or one kind of it, oldest first. Scope: `entitlements:read`.
         */
        get: operations["listEntitlements"];
        put?: never;
        /**
         * Create a role or an entitlement
         * @description Offers something more for identity providers to assign. An entitlement needs a type. Scope: `entitlements:write`.
         */
        post: operations["createEntitlement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/entitlements/{entitlementId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a role or an entitlement
         * @description Offers it no more. Users who carry it go on carrying it. Scope: `entitlements:write`.
         */
        delete: operations["deleteEntitlement"];
        options?: never;
        head?: never;
        /**
         * Change a role or an entitlement
         * @description Renames an entitlement or changes its type. What is not given stays. Scope: `entitlements:write`.
         */
        patch: operations["updateEntitlement"];
        trace?: never;
    };
    "/tenants/{tenantId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the event feed
         * @description Events of a tenant with a higher sequence than `after`, in order. Keep `nextCursor` and ask again with it: nothing is missed and nothing comes twice. New events appear within moments, where there is a read replica within seconds. Scope: `events:read`.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenants/{tenantId}/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a tenant's audit log
         * @description What the platform's own callers did to a tenant, and what was refused to them, newest first. What identity providers change stands in the event feed. Scope: `audit:read`.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the deployment's audit log
         * @description What was done to API keys and refused to callers, newest first. Not for callers bound to one tenant. Scope: `audit:read`.
         */
        get: operations["listPlatformAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description The kind of identity provider that pushes.
         * @example okta
         * @enum {string}
         */
        IdentityProvider: "okta" | "entra" | "onelogin" | "jumpcloud" | "ping" | "google" | "rippling" | "other";
        /**
         * Format: uuid
         * @description A UUID made by Rollcall.
         * @example 01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a
         */
        Id: string;
        /**
         * @description active: reads and writes; paused: the identity provider may read but not write.
         * @example active
         * @enum {string}
         */
        ConnectionState: "active" | "paused";
        /**
         * @description What becomes of group members that do not exist. refuse: the whole request; skip: those members alone, which are logged.
         * @example refuse
         * @enum {string}
         */
        UnknownMembers: "refuse" | "skip";
        /**
         * @description One right: to read an area of the API, or to read and change it.
         * @example users:read
         * @enum {string}
         */
        Scope: "tenants:read" | "tenants:write" | "connections:read" | "connections:write" | "tokens:read" | "tokens:write" | "users:read" | "users:write" | "groups:read" | "groups:write" | "schemas:read" | "schemas:write" | "entitlements:read" | "entitlements:write" | "events:read" | "audit:read" | "api_keys:read" | "api_keys:write";
        /**
         * @description What the platform says about a person it made itself; unknown attributes are refused.
         * @example {
         *       "displayName": "Ada Lovelace",
         *       "emails": [
         *         {
         *           "value": "ada@example.com",
         *           "type": "work",
         *           "primary": true
         *         }
         *       ]
         *     }
         */
        PlatformProfile: {
            name?: components["schemas"]["PersonNameInput"];
            displayName?: string;
            nickName?: string;
            profileUrl?: string;
            title?: string;
            userType?: string;
            preferredLanguage?: string;
            locale?: string;
            timezone?: string;
            emails?: components["schemas"]["ProfileValueInput"][];
            phoneNumbers?: components["schemas"]["ProfileValueInput"][];
            ims?: components["schemas"]["ProfileValueInput"][];
            photos?: components["schemas"]["ProfileValueInput"][];
            addresses?: components["schemas"]["AddressInput"][];
            entitlements?: components["schemas"]["ProfileValueInput"][];
            roles?: components["schemas"]["ProfileValueInput"][];
            x509Certificates?: components["schemas"]["ProfileValueInput"][];
            enterprise?: components["schemas"]["EnterpriseProfileInput"];
        };
        /** @description RFC 7643 §4.1.1, name. */
        PersonNameInput: {
            formatted?: string;
            familyName?: string;
            givenName?: string;
            middleName?: string;
            honorificPrefix?: string;
            honorificSuffix?: string;
        };
        /** @description One element of a multi-valued attribute (RFC 7643 §2.4). */
        ProfileValueInput: {
            value?: string;
            display?: string;
            type?: string;
            primary?: boolean;
        };
        /** @description RFC 7643 §4.1.2, addresses. */
        AddressInput: {
            formatted?: string;
            streetAddress?: string;
            locality?: string;
            region?: string;
            postalCode?: string;
            country?: string;
            type?: string;
            primary?: boolean;
        };
        /** @description RFC 7643 §4.3. */
        EnterpriseProfileInput: {
            employeeNumber?: string;
            costCenter?: string;
            organization?: string;
            division?: string;
            department?: string;
            manager?: components["schemas"]["ManagerInput"];
        };
        /** @description As the identity provider names the manager; need not be a user here. */
        ManagerInput: {
            value?: string;
            $ref?: string;
            displayName?: string;
        };
        /** @description A condition. Operators are those of SCIM: eq, ne, co (contains), sw (starts with), ew (ends with), gt, ge, lt, le, and pr (has a value). Texts are compared without regard to case unless the attribute is case-exact; of several values one that fits is enough. */
        UserFilter: {
            and: components["schemas"]["UserFilter"][];
        } | {
            or: components["schemas"]["UserFilter"][];
        } | {
            not: components["schemas"]["UserFilter"];
        } | {
            /** @description An attribute, or one of an extension schema: its URN, a colon and its name */
            attribute: ("id" | "externalId" | "userName" | "active" | "version" | "createdAt" | "updatedAt" | "name" | "name.formatted" | "name.familyName" | "name.givenName" | "name.middleName" | "name.honorificPrefix" | "name.honorificSuffix" | "displayName" | "nickName" | "profileUrl" | "title" | "userType" | "preferredLanguage" | "locale" | "timezone" | "emails" | "emails.value" | "emails.display" | "emails.type" | "emails.primary" | "phoneNumbers" | "phoneNumbers.value" | "phoneNumbers.display" | "phoneNumbers.type" | "phoneNumbers.primary" | "ims" | "ims.value" | "ims.display" | "ims.type" | "ims.primary" | "photos" | "photos.value" | "photos.display" | "photos.type" | "photos.primary" | "addresses" | "addresses.formatted" | "addresses.streetAddress" | "addresses.locality" | "addresses.region" | "addresses.postalCode" | "addresses.country" | "addresses.type" | "addresses.primary" | "groups" | "groups.value" | "groups.display" | "groups.type" | "entitlements" | "entitlements.value" | "entitlements.display" | "entitlements.type" | "entitlements.primary" | "roles" | "roles.value" | "roles.display" | "roles.type" | "roles.primary" | "x509Certificates" | "x509Certificates.value" | "x509Certificates.display" | "x509Certificates.type" | "x509Certificates.primary" | "enterprise" | "enterprise.employeeNumber" | "enterprise.costCenter" | "enterprise.organization" | "enterprise.division" | "enterprise.department" | "enterprise.manager" | "enterprise.manager.value" | "enterprise.manager.$ref" | "enterprise.manager.displayName") | string;
            /** @enum {string} */
            operator: "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
            /** @description What to compare with; points in time as ISO 8601, null for no value */
            value: string | number | boolean | null;
        } | {
            /** @description An attribute, or one of an extension schema: its URN, a colon and its name */
            attribute: ("id" | "externalId" | "userName" | "active" | "version" | "createdAt" | "updatedAt" | "name" | "name.formatted" | "name.familyName" | "name.givenName" | "name.middleName" | "name.honorificPrefix" | "name.honorificSuffix" | "displayName" | "nickName" | "profileUrl" | "title" | "userType" | "preferredLanguage" | "locale" | "timezone" | "emails" | "emails.value" | "emails.display" | "emails.type" | "emails.primary" | "phoneNumbers" | "phoneNumbers.value" | "phoneNumbers.display" | "phoneNumbers.type" | "phoneNumbers.primary" | "ims" | "ims.value" | "ims.display" | "ims.type" | "ims.primary" | "photos" | "photos.value" | "photos.display" | "photos.type" | "photos.primary" | "addresses" | "addresses.formatted" | "addresses.streetAddress" | "addresses.locality" | "addresses.region" | "addresses.postalCode" | "addresses.country" | "addresses.type" | "addresses.primary" | "groups" | "groups.value" | "groups.display" | "groups.type" | "entitlements" | "entitlements.value" | "entitlements.display" | "entitlements.type" | "entitlements.primary" | "roles" | "roles.value" | "roles.display" | "roles.type" | "roles.primary" | "x509Certificates" | "x509Certificates.value" | "x509Certificates.display" | "x509Certificates.type" | "x509Certificates.primary" | "enterprise" | "enterprise.employeeNumber" | "enterprise.costCenter" | "enterprise.organization" | "enterprise.division" | "enterprise.department" | "enterprise.manager" | "enterprise.manager.value" | "enterprise.manager.$ref" | "enterprise.manager.displayName") | string;
            /**
             * @description Whether there is a value
             * @constant
             */
            operator: "pr";
        };
        /** @description A condition. Operators are those of SCIM: eq, ne, co (contains), sw (starts with), ew (ends with), gt, ge, lt, le, and pr (has a value). Texts are compared without regard to case unless the attribute is case-exact; of several values one that fits is enough. */
        GroupFilter: {
            and: components["schemas"]["GroupFilter"][];
        } | {
            or: components["schemas"]["GroupFilter"][];
        } | {
            not: components["schemas"]["GroupFilter"];
        } | {
            /** @description An attribute, or one of an extension schema: its URN, a colon and its name */
            attribute: ("id" | "externalId" | "displayName" | "version" | "createdAt" | "updatedAt" | "members" | "members.value" | "members.display" | "members.type") | string;
            /** @enum {string} */
            operator: "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
            /** @description What to compare with; points in time as ISO 8601, null for no value */
            value: string | number | boolean | null;
        } | {
            /** @description An attribute, or one of an extension schema: its URN, a colon and its name */
            attribute: ("id" | "externalId" | "displayName" | "version" | "createdAt" | "updatedAt" | "members" | "members.value" | "members.display" | "members.type") | string;
            /**
             * @description Whether there is a value
             * @constant
             */
            operator: "pr";
        };
        /** @description One attribute of an extension schema (RFC 7643 §7). */
        ExtensionAttribute: components["schemas"]["SimpleAttribute"] | components["schemas"]["ComplexAttribute"];
        /** @description An attribute with one value, or a list of them (RFC 7643 §2.3). */
        SimpleAttribute: {
            name: string;
            /** @default  */
            description: string;
            /** @default false */
            multiValued: boolean;
            /**
             * @description Whether a new user must have a value
             * @default false
             */
            required: boolean;
            /**
             * @description What identity providers may do; writeOnly values are checked and never stored
             * @default readWrite
             * @enum {string}
             */
            mutability: "readWrite" | "readOnly" | "immutable" | "writeOnly";
            /**
             * @description When identity providers are answered it
             * @default default
             * @enum {string}
             */
            returned: "default" | "always" | "request" | "never";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "string" | "boolean" | "integer" | "decimal" | "dateTime" | "reference" | "binary";
            /** @default false */
            caseExact: boolean;
            /**
             * @description server: among the users of the tenant
             * @default none
             * @enum {string}
             */
            uniqueness: "none" | "server";
            /** @default [] */
            canonicalValues: string[];
        };
        /** @description An attribute with named parts (RFC 7643 §2.3.8). */
        ComplexAttribute: {
            name: string;
            /** @default  */
            description: string;
            /** @default false */
            multiValued: boolean;
            /**
             * @description Whether a new user must have a value
             * @default false
             */
            required: boolean;
            /**
             * @description What identity providers may do; writeOnly values are checked and never stored
             * @default readWrite
             * @enum {string}
             */
            mutability: "readWrite" | "readOnly" | "immutable" | "writeOnly";
            /**
             * @description When identity providers are answered it
             * @default default
             * @enum {string}
             */
            returned: "default" | "always" | "request" | "never";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "complex";
            subAttributes: components["schemas"]["SimpleAttribute"][];
        };
        /**
         * @description A role, or any other entitlement.
         * @example role
         * @enum {string}
         */
        EntitlementKind: "role" | "entitlement";
        /**
         * @description What happened. New types may come; pass over those you do not know.
         * @example user.created
         * @enum {string}
         */
        EventType: "tenant.created" | "tenant.updated" | "tenant.paused" | "tenant.resumed" | "tenant.deleted" | "tenant.restored" | "connection.created" | "connection.updated" | "token.created" | "token.revoked" | "user.created" | "user.updated" | "user.deactivated" | "user.reactivated" | "user.deleted" | "user.restored" | "user.purged" | "group.created" | "group.updated" | "group.deleted" | "group.restored" | "group.purged" | "group.member_added" | "group.member_removed" | "schema.defined" | "schema.deleted" | "entitlement.created" | "entitlement.updated" | "entitlement.deleted";
        /**
         * @description What was done or refused. New actions may come; pass over those you do not know.
         * @example token.created
         * @enum {string}
         */
        AuditAction: "tenant.created" | "tenant.updated" | "tenant.paused" | "tenant.resumed" | "tenant.deleted" | "tenant.restored" | "connection.created" | "connection.updated" | "token.created" | "token.revoked" | "user.created" | "user.updated" | "user.deactivated" | "user.reactivated" | "user.deleted" | "user.restored" | "user.purged" | "group.created" | "group.updated" | "group.deleted" | "group.restored" | "group.purged" | "group.member_added" | "group.member_removed" | "schema.defined" | "schema.deleted" | "entitlement.created" | "entitlement.updated" | "entitlement.deleted" | "api_key.created" | "api_key.rotated" | "api_key.revoked" | "authentication.failed" | "access.denied" | "tenant.purged";
        /**
         * @description Which service answers here.
         * @example {
         *       "name": "rollcall",
         *       "version": "0.1.0"
         *     }
         */
        ServiceInfo: {
            /** @constant */
            name: "rollcall";
            version: string;
        };
        /**
         * @description Whom the credential speaks for, and what it allows; null: every tenant.
         * @example {
         *       "actor": {
         *         "kind": "api_key",
         *         "id": "01935f1e-9000-7b21-a1b2-c3d4e5f60718"
         *       },
         *       "scopes": [
         *         "users:read"
         *       ],
         *       "tenantId": null
         *     }
         */
        Caller: {
            actor: components["schemas"]["Actor"];
            scopes: ("tenants:read" | "tenants:write" | "connections:read" | "connections:write" | "tokens:read" | "tokens:write" | "users:read" | "users:write" | "groups:read" | "groups:write" | "schemas:read" | "schemas:write" | "entitlements:read" | "entitlements:write" | "events:read" | "audit:read" | "api_keys:read" | "api_keys:write")[];
            tenantId: components["schemas"]["Id"] | null;
        };
        /**
         * @description Who did it: an identity provider through its connection, a service with an API key, the subject of a JWT of the platform, or Rollcall itself.
         * @example {
         *       "kind": "connection",
         *       "id": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f"
         *     }
         */
        Actor: {
            /** @enum {string} */
            kind: "connection" | "api_key";
            id: components["schemas"]["Id"];
        } | {
            /** @constant */
            kind: "subject";
            id: string;
        } | {
            /** @constant */
            kind: "system";
        };
        /** @description One page. */
        TenantPage: {
            items: components["schemas"]["Tenant"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
        };
        /**
         * @description A customer of the platform. Everything else in the directory belongs to exactly one.
         * @example {
         *       "id": "01935f1e-8d2a-7c3b-9f40-1f2e3d4c5b6a",
         *       "name": "Acme",
         *       "state": "active",
         *       "deletedAt": null,
         *       "purgeAt": null,
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "updatedAt": "2026-02-03T09:30:00.000Z"
         *     }
         */
        Tenant: {
            id: components["schemas"]["Id"];
            name: string;
            state: components["schemas"]["TenantState"];
            /** @description When it was deleted; null unless its state is deleted */
            deletedAt: components["schemas"]["Instant"] | null;
            /** @description When all of it is erased for good; null unless it is deleted */
            purgeAt: components["schemas"]["Instant"] | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * @description active: reads and writes. paused: identity providers may read but not write. deleted: identity providers are shut out, the platform may still read, and all of it is erased for good 30 days later.
         * @example active
         * @enum {string}
         */
        TenantState: "active" | "paused" | "deleted";
        /**
         * Format: date-time
         * @description A point in time: ISO 8601, UTC.
         * @example 2026-02-03T09:30:00.000Z
         */
        Instant: string;
        /** @description All of them. */
        ConnectionList: {
            items: components["schemas"]["Connection"][];
        };
        /**
         * @description One identity provider's set-up of a tenant. Every tenant starts with one.
         * @example {
         *       "id": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
         *       "name": "Default",
         *       "identityProvider": "okta",
         *       "state": "active",
         *       "uniqueGroupNames": true,
         *       "unknownMembers": "refuse",
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "updatedAt": "2026-02-03T09:30:00.000Z"
         *     }
         */
        Connection: {
            id: components["schemas"]["Id"];
            name: string;
            identityProvider: components["schemas"]["IdentityProvider"];
            state: components["schemas"]["ConnectionState"];
            /**
             * @description Whether a group's displayName may be used once only
             * @example true
             */
            uniqueGroupNames: boolean;
            unknownMembers: components["schemas"]["UnknownMembers"];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description All of them. */
        TokenList: {
            items: components["schemas"]["Token"][];
        };
        /**
         * @description The credential of a connection, as far as it may be shown again: never the secret.
         * @example {
         *       "id": "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
         *       "connectionId": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
         *       "name": "Okta",
         *       "hint": "x3Qf",
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "expiresAt": "2027-02-03T09:30:00.000Z",
         *       "lastUsedAt": null,
         *       "revokedAt": null
         *     }
         */
        Token: {
            id: components["schemas"]["Id"];
            connectionId: components["schemas"]["Id"];
            name: string;
            /** @description The last four characters of the secret */
            hint: string;
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description Within a minute; null when never used */
            lastUsedAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
        };
        /**
         * @description A new token together with its secret, which is shown only here.
         * @example {
         *       "id": "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
         *       "connectionId": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
         *       "name": "Okta",
         *       "hint": "x3Qf",
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "expiresAt": "2027-02-03T09:30:00.000Z",
         *       "lastUsedAt": null,
         *       "revokedAt": null,
         *       "token": "rlc_…",
         *       "tenantUrl": "https://scim.example.com/scim"
         *     }
         */
        IssuedToken: {
            id: components["schemas"]["Id"];
            connectionId: components["schemas"]["Id"];
            name: string;
            /** @description The last four characters of the secret */
            hint: string;
            createdAt: components["schemas"]["Instant"];
            expiresAt: components["schemas"]["Instant"];
            /** @description Within a minute; null when never used */
            lastUsedAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
            /** @description The secret; it is never shown again */
            token: string;
            /**
             * Format: uri
             * @description Where the identity provider pushes to
             */
            tenantUrl: string;
        };
        /** @description One page. */
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
        };
        /**
         * @description The credential of an internal service, as far as it may be shown again: never the secret.
         * @example {
         *       "id": "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
         *       "name": "Billing service",
         *       "hint": "x3Qf",
         *       "scopes": [
         *         "users:read",
         *         "events:read"
         *       ],
         *       "tenantId": null,
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "expiresAt": "2027-02-03T09:30:00.000Z",
         *       "lastUsedAt": null,
         *       "revokedAt": null
         *     }
         */
        ApiKey: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The last four characters of the secret */
            hint: string;
            scopes: components["schemas"]["Scope"][];
            /** @description The one tenant it reaches; null: every tenant */
            tenantId: components["schemas"]["Id"] | null;
            createdAt: components["schemas"]["Instant"];
            /** @description null only for the key of the command line */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description Within a minute; null when never used */
            lastUsedAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
        };
        /**
         * @description A new API key together with its secret, which is shown only here.
         * @example {
         *       "id": "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
         *       "name": "Billing service",
         *       "hint": "x3Qf",
         *       "scopes": [
         *         "users:read",
         *         "events:read"
         *       ],
         *       "tenantId": null,
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "expiresAt": "2027-02-03T09:30:00.000Z",
         *       "lastUsedAt": null,
         *       "revokedAt": null,
         *       "apiKey": "rlk_…"
         *     }
         */
        IssuedApiKey: {
            id: components["schemas"]["Id"];
            name: string;
            /** @description The last four characters of the secret */
            hint: string;
            scopes: components["schemas"]["Scope"][];
            /** @description The one tenant it reaches; null: every tenant */
            tenantId: components["schemas"]["Id"] | null;
            createdAt: components["schemas"]["Instant"];
            /** @description null only for the key of the command line */
            expiresAt: components["schemas"]["Instant"] | null;
            /** @description Within a minute; null when never used */
            lastUsedAt: components["schemas"]["Instant"] | null;
            revokedAt: components["schemas"]["Instant"] | null;
            /** @description The secret; it is never shown again */
            apiKey: string;
        };
        /** @description One page. */
        UserPage: {
            items: components["schemas"]["User"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
            /** @description How many match in all; only with `withTotal` */
            total?: number;
        };
        /**
         * @description A person, as the identity provider pushed them or as the platform made them itself.
         * @example {
         *       "id": "01935f20-1111-7222-8333-944455556666",
         *       "userName": "ada@example.com",
         *       "externalId": "00u1abcd",
         *       "active": true,
         *       "profile": {
         *         "displayName": "Ada Lovelace",
         *         "emails": [
         *           {
         *             "value": "ada@example.com",
         *             "type": "work",
         *             "primary": true
         *           }
         *         ]
         *       },
         *       "origin": "idp",
         *       "connectionId": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
         *       "groups": [
         *         {
         *           "id": "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
         *           "displayName": "Engineering",
         *           "type": "direct"
         *         }
         *       ],
         *       "version": 3,
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "updatedAt": "2026-02-04T11:00:00.000Z"
         *     }
         */
        User: {
            id: components["schemas"]["Id"];
            /** @description As the identity provider spells it; compared without regard to case */
            userName: string;
            /** @description The identity provider's own id */
            externalId: string | null;
            active: boolean;
            profile: components["schemas"]["UserProfile"];
            origin: components["schemas"]["Origin"];
            /** @description The connection that created the user */
            connectionId: components["schemas"]["Id"] | null;
            groups: components["schemas"]["GroupReference"][];
            /** @description Grows by one with every change */
            version: number;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /**
         * @description What is known about a person (RFC 7643 §4.1); what is absent was never said.
         * @example {
         *       "displayName": "Ada Lovelace",
         *       "emails": [
         *         {
         *           "value": "ada@example.com",
         *           "type": "work",
         *           "primary": true
         *         }
         *       ]
         *     }
         */
        UserProfile: {
            name?: components["schemas"]["PersonName"];
            displayName?: string;
            nickName?: string;
            profileUrl?: string;
            title?: string;
            userType?: string;
            preferredLanguage?: string;
            locale?: string;
            timezone?: string;
            emails?: components["schemas"]["ProfileValue"][];
            phoneNumbers?: components["schemas"]["ProfileValue"][];
            ims?: components["schemas"]["ProfileValue"][];
            photos?: components["schemas"]["ProfileValue"][];
            addresses?: components["schemas"]["Address"][];
            entitlements?: components["schemas"]["ProfileValue"][];
            roles?: components["schemas"]["ProfileValue"][];
            x509Certificates?: components["schemas"]["ProfileValue"][];
            enterprise?: components["schemas"]["EnterpriseProfile"];
            extensions?: components["schemas"]["Extensions"];
        };
        /** @description RFC 7643 §4.1.1, name. */
        PersonName: {
            formatted?: string;
            familyName?: string;
            givenName?: string;
            middleName?: string;
            honorificPrefix?: string;
            honorificSuffix?: string;
        };
        /** @description One element of a multi-valued attribute (RFC 7643 §2.4). */
        ProfileValue: {
            value?: string;
            display?: string;
            type?: string;
            primary?: boolean;
        };
        /** @description RFC 7643 §4.1.2, addresses. */
        Address: {
            formatted?: string;
            streetAddress?: string;
            locality?: string;
            region?: string;
            postalCode?: string;
            country?: string;
            type?: string;
            primary?: boolean;
        };
        /** @description RFC 7643 §4.3. */
        EnterpriseProfile: {
            employeeNumber?: string;
            costCenter?: string;
            organization?: string;
            division?: string;
            department?: string;
            manager?: components["schemas"]["Manager"];
        };
        /** @description As the identity provider names the manager; need not be a user here. */
        Manager: {
            value?: string;
            $ref?: string;
            displayName?: string;
        };
        /** @description Values of the tenant's extension schemas, by URN and attribute name. */
        Extensions: {
            [key: string]: {
                [key: string]: components["schemas"]["Json"];
            };
        };
        /** @description Any JSON value. */
        Json: JsonValue;
        /**
         * @description idp: pushed by an identity provider; platform: made by the platform itself.
         * @example idp
         * @enum {string}
         */
        Origin: "idp" | "platform";
        /** @description A group that the user is in: as a member itself (direct), or through a group that is a member (indirect). */
        GroupReference: {
            id: components["schemas"]["Id"];
            displayName: string;
            /** @enum {string} */
            type: "direct" | "indirect";
        };
        /**
         * @description How many there are.
         * @example {
         *       "total": 1200
         *     }
         */
        Count: {
            total: number;
        };
        /** @description Who was found, and the values that nobody has. */
        UserLookUp: {
            items: components["schemas"]["User"][];
            missing: string[];
        };
        /**
         * @description What was deleted.
         * @example {
         *       "id": "01935f20-1111-7222-8333-944455556666"
         *     }
         */
        Deleted: {
            id: components["schemas"]["Id"];
        };
        /** @description All of them. */
        GroupReferenceList: {
            items: components["schemas"]["GroupReference"][];
        };
        /** @description One page. */
        DeletedUserPage: {
            items: components["schemas"]["Deletion"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
        };
        /**
         * @description A user or group that was deleted and can still be restored.
         * @example {
         *       "id": "01935f20-1111-7222-8333-944455556666",
         *       "resourceType": "user",
         *       "name": "ada@example.com",
         *       "deletedAt": "2026-02-03T09:30:00.000Z",
         *       "purgeAt": "2026-03-05T09:30:00.000Z"
         *     }
         */
        Deletion: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            resourceType: "user" | "group";
            /** @description userName of a user, displayName of a group */
            name: string;
            deletedAt: components["schemas"]["Instant"];
            /** @description From then on it is erased for good */
            purgeAt: components["schemas"]["Instant"];
        };
        /** @description One page. */
        GroupPage: {
            items: components["schemas"]["Group"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
            /** @description How many match in all; only with `withTotal` */
            total?: number;
        };
        /**
         * @description A group without its members, which are read on their own.
         * @example {
         *       "id": "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
         *       "displayName": "Engineering",
         *       "externalId": null,
         *       "origin": "idp",
         *       "connectionId": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f",
         *       "version": 12,
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "updatedAt": "2026-02-05T08:15:00.000Z"
         *     }
         */
        Group: {
            id: components["schemas"]["Id"];
            displayName: string;
            /** @description The identity provider's own id */
            externalId: string | null;
            origin: components["schemas"]["Origin"];
            /** @description The connection that created the group */
            connectionId: components["schemas"]["Id"] | null;
            /** @description Grows by one with every change, of members too */
            version: number;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description What was found, and the values that no group has. */
        GroupLookUp: {
            items: components["schemas"]["Group"][];
            missing: string[];
        };
        /** @description One page. */
        MemberPage: {
            items: components["schemas"]["Member"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
        };
        /**
         * @description One membership, seen from its group.
         * @example {
         *       "id": "01935f20-1111-7222-8333-944455556666",
         *       "type": "user",
         *       "display": "Ada Lovelace"
         *     }
         */
        Member: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            type: "user" | "group";
            /** @description A user's displayName, else its userName; a group's displayName */
            display: string;
        };
        /** @description One page. */
        DeletedGroupPage: {
            items: components["schemas"]["Deletion"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
        };
        /** @description All of them. */
        ExtensionSchemaList: {
            items: components["schemas"]["ExtensionSchema"][];
        };
        /**
         * @description Attributes of users that one tenant has beyond the standard's (RFC 7643 §3.3).
         * @example {
         *       "id": "01935f24-2222-7333-8444-955566667777",
         *       "urn": "urn:acme:scim:schemas:extension:1.0:User",
         *       "name": "Acme",
         *       "description": "",
         *       "attributes": [
         *         {
         *           "name": "badge",
         *           "description": "Number of the badge",
         *           "type": "string",
         *           "multiValued": false,
         *           "required": false,
         *           "mutability": "readWrite",
         *           "returned": "default",
         *           "caseExact": false,
         *           "uniqueness": "server",
         *           "canonicalValues": []
         *         }
         *       ],
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "updatedAt": "2026-02-03T09:30:00.000Z"
         *     }
         */
        ExtensionSchema: {
            id: components["schemas"]["Id"];
            /** @description As identity providers name the schema */
            urn: string;
            name: string;
            description: string;
            attributes: components["schemas"]["ExtensionAttributeOutput"][];
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description All of them. */
        EntitlementList: {
            items: components["schemas"]["Entitlement"][];
        };
        /**
         * @description Something that the platform offers and identity providers may assign to users.
         * @example {
         *       "id": "01935f25-3333-7444-8555-a66677778888",
         *       "kind": "role",
         *       "displayName": "Editor",
         *       "type": null,
         *       "createdAt": "2026-02-03T09:30:00.000Z",
         *       "updatedAt": "2026-02-03T09:30:00.000Z"
         *     }
         */
        Entitlement: {
            id: components["schemas"]["Id"];
            kind: components["schemas"]["EntitlementKind"];
            displayName: string;
            /** @description What sort of entitlement it is; null for a role */
            type: string | null;
            createdAt: components["schemas"]["Instant"];
            updatedAt: components["schemas"]["Instant"];
        };
        /** @description A part of the feed. */
        EventPage: {
            items: components["schemas"]["Event"][];
            /** @description `after` of the next call, now or whenever there is more */
            nextCursor: number;
        };
        /**
         * @description One committed change, in a feed that is ordered and without gaps per tenant.
         * @example {
         *       "id": "01935f22-0000-7111-8222-933344445555",
         *       "sequence": 42,
         *       "type": "group.member_added",
         *       "resourceType": "group",
         *       "resourceId": "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
         *       "resourceVersion": 12,
         *       "actor": {
         *         "kind": "connection",
         *         "id": "01935f1e-8d2b-7a10-8c55-0a1b2c3d4e5f"
         *       },
         *       "data": {
         *         "groupId": "01935f21-aaaa-7bbb-8ccc-9ddd0eee1fff",
         *         "memberId": "01935f20-1111-7222-8333-944455556666",
         *         "memberType": "user"
         *       },
         *       "recordedAt": "2026-02-05T08:15:00.000Z"
         *     }
         */
        Event: {
            id: components["schemas"]["Id"];
            /** @description 1, 2, 3 … within the tenant, without gaps */
            sequence: number;
            type: components["schemas"]["EventType"];
            /** @enum {string} */
            resourceType: "tenant" | "connection" | "token" | "user" | "group" | "schema" | "entitlement";
            resourceId: components["schemas"]["Id"];
            /** @description The resource's version after the change, if it has one */
            resourceVersion: number | null;
            actor: components["schemas"]["Actor"];
            /** @description The resource after the change, and in `previous` the old values */
            data: {
                [key: string]: components["schemas"]["Json"];
            };
            recordedAt: components["schemas"]["Instant"];
        };
        /** @description One page. */
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description Where the next page begins; null on the last page */
            nextCursor: string | null;
        };
        /**
         * @description Who did what, when and from where. Entries are never changed.
         * @example {
         *       "id": "01935f22-1111-7222-8333-944455556666",
         *       "recordedAt": "2026-02-03T09:30:00.000Z",
         *       "actor": {
         *         "kind": "api_key",
         *         "id": "01935f00-0000-7000-8000-000000000001"
         *       },
         *       "action": "token.created",
         *       "resourceType": "token",
         *       "resourceId": "01935f1e-9000-7b21-a1b2-c3d4e5f60718",
         *       "eventId": "01935f22-0000-7111-8222-933344445555",
         *       "requestId": "01935f23-0000-7000-8000-000000000001",
         *       "ipAddress": "10.0.0.7"
         *     }
         */
        AuditEntry: {
            id: components["schemas"]["Id"];
            recordedAt: components["schemas"]["Instant"];
            /** @description null when nobody could be identified */
            actor: components["schemas"]["Actor"] | null;
            action: components["schemas"]["AuditAction"];
            resourceType: string | null;
            resourceId: string | null;
            /** @description The event that tells what changed; null where nothing did */
            eventId: components["schemas"]["Id"] | null;
            /** @description Finds the request in the log */
            requestId: string | null;
            ipAddress: string | null;
        };
        /** @description One attribute of an extension schema (RFC 7643 §7). */
        ExtensionAttributeOutput: components["schemas"]["SimpleAttributeOutput"] | components["schemas"]["ComplexAttributeOutput"];
        /** @description An attribute with one value, or a list of them (RFC 7643 §2.3). */
        SimpleAttributeOutput: {
            name: string;
            /** @default  */
            description: string;
            /** @default false */
            multiValued: boolean;
            /**
             * @description Whether a new user must have a value
             * @default false
             */
            required: boolean;
            /**
             * @description What identity providers may do; writeOnly values are checked and never stored
             * @default readWrite
             * @enum {string}
             */
            mutability: "readWrite" | "readOnly" | "immutable" | "writeOnly";
            /**
             * @description When identity providers are answered it
             * @default default
             * @enum {string}
             */
            returned: "default" | "always" | "request" | "never";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "string" | "boolean" | "integer" | "decimal" | "dateTime" | "reference" | "binary";
            /** @default false */
            caseExact: boolean;
            /**
             * @description server: among the users of the tenant
             * @default none
             * @enum {string}
             */
            uniqueness: "none" | "server";
            /** @default [] */
            canonicalValues: string[];
        };
        /** @description An attribute with named parts (RFC 7643 §2.3.8). */
        ComplexAttributeOutput: {
            name: string;
            /** @default  */
            description: string;
            /** @default false */
            multiValued: boolean;
            /**
             * @description Whether a new user must have a value
             * @default false
             */
            required: boolean;
            /**
             * @description What identity providers may do; writeOnly values are checked and never stored
             * @default readWrite
             * @enum {string}
             */
            mutability: "readWrite" | "readOnly" | "immutable" | "writeOnly";
            /**
             * @description When identity providers are answered it
             * @default default
             * @enum {string}
             */
            returned: "default" | "always" | "request" | "never";
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "complex";
            subAttributes: components["schemas"]["SimpleAttributeOutput"][];
        };
        /**
         * @description Why a request was not fulfilled (RFC 9457).
         * @example {
         *       "type": "/docs/errors#not_found",
         *       "title": "There is no such resource",
         *       "status": 404,
         *       "detail": "There is no user with the id \"01935f20-1111-7222-8333-944455556666\".",
         *       "code": "not_found",
         *       "requestId": "01935f23-0000-7000-8000-000000000001"
         *     }
         */
        Problem: {
            /**
             * @description Where the error is explained
             * @example /docs/errors#not_found
             */
            type: string;
            /** @description The same for every occurrence */
            title: string;
            /**
             * @description The same as the answer's status
             * @enum {number}
             */
            status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 429 | 500 | 503;
            /** @description One sentence for people about this occurrence */
            detail: string;
            /**
             * @description One word for programs. New codes may come; `status` tells their family.
             * @example not_found
             * @enum {string}
             */
            code: "invalid_input" | "malformed_request" | "unknown_members" | "unauthenticated" | "insufficient_scope" | "scope_exceeded" | "not_found" | "unknown_path" | "method_not_allowed" | "conflict" | "in_use" | "token_limit" | "idp_owned" | "tenant_deleted" | "idempotency_in_progress" | "version_mismatch" | "payload_too_large" | "unsupported_media_type" | "idempotency_key_reused" | "rate_limited" | "internal" | "contention" | "unavailable";
            /** @description For reports: it finds the request in our log */
            requestId: string | null;
            /** @description What is wrong with which part of the input */
            errors?: {
                path: (string | number)[];
                message: string;
            }[];
        };
    };
    responses: {
        /** @description `invalid_input`: The input is not valid. `malformed_request`: The request cannot be read. `unknown_members`: Members do not exist. */
        Problem400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unauthenticated`: There is no valid credential. */
        Problem401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `insufficient_scope`: The credential does not allow this. `scope_exceeded`: An API key cannot be given more than its maker has. */
        Problem403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `not_found`: There is no such resource. `unknown_path`: There is nothing at this path. */
        Problem404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `conflict`: A unique value is already taken. `in_use`: The resource is still in use. `token_limit`: The connection has as many live tokens as it may have. `idp_owned`: An identity provider manages this resource. `tenant_deleted`: The tenant is deleted. `idempotency_in_progress`: The first request with this Idempotency-Key has no outcome yet. */
        Problem409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `version_mismatch`: The resource has changed since it was read. */
        Problem412: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `payload_too_large`: The body is too large. */
        Problem413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `unsupported_media_type`: The body is not JSON. */
        Problem415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `idempotency_key_reused`: The Idempotency-Key was used for another request. */
        Problem422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `rate_limited`: There were too many requests. */
        Problem429: {
            headers: {
                /** @description Seconds to wait before the next attempt */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `internal`: Something went wrong on our side. */
        Problem500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `contention`: Too many requests change the same resource. `unavailable`: The directory cannot be reached at the moment. */
        Problem503: {
            headers: {
                /** @description Seconds to wait before the next attempt */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getService: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceInfo"];
                };
            };
            400: components["responses"]["Problem400"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCaller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Caller"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTenants: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What people call the customer
                     * @example Acme
                     */
                    name: string;
                    /** @default okta */
                    identityProvider?: components["schemas"]["IdentityProvider"];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What people call the customer
                     * @example Acme
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    pauseTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    resumeTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    restoreTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listConnections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createConnection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Default */
                    name: string;
                    /** @default okta */
                    identityProvider?: components["schemas"]["IdentityProvider"];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                connectionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateConnection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                connectionId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Default */
                    name?: string;
                    identityProvider?: components["schemas"]["IdentityProvider"];
                    state?: components["schemas"]["ConnectionState"];
                    /**
                     * @description Whether a group's displayName may be used once only
                     * @example true
                     */
                    uniqueGroupNames?: boolean;
                    unknownMembers?: components["schemas"]["UnknownMembers"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Connection"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTokens: {
        parameters: {
            query?: {
                connectionId?: components["schemas"]["Id"] | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    connectionId?: components["schemas"]["Id"];
                    /**
                     * @default Token
                     * @example Okta
                     */
                    name?: string;
                    /**
                     * Format: date-time
                     * @description ISO 8601 with an offset
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rotateToken: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                tokenId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How many seconds the old one goes on working; 0 ends it at once
                     * @default 86400
                     */
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                tokenId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
                tenantId?: components["schemas"]["Id"] | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Billing service */
                    name: string;
                    scopes: components["schemas"]["Scope"][];
                    /** @description The one tenant it reaches; absent: whatever its maker reaches */
                    tenantId?: components["schemas"]["Id"];
                    /**
                     * Format: date-time
                     * @description ISO 8601 with an offset
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                apiKeyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How many seconds the old one goes on working; 0 ends it at once
                     * @default 86400
                     */
                    overlapSeconds?: number;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                apiKeyId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
                search?: string | undefined;
                sortBy?: ("id" | "externalId" | "userName" | "active" | "version" | "createdAt" | "updatedAt" | "name.formatted" | "name.familyName" | "name.givenName" | "name.middleName" | "name.honorificPrefix" | "name.honorificSuffix" | "displayName" | "nickName" | "profileUrl" | "title" | "userType" | "preferredLanguage" | "locale" | "timezone" | "emails.value" | "emails.display" | "emails.type" | "emails.primary" | "phoneNumbers.value" | "phoneNumbers.display" | "phoneNumbers.type" | "phoneNumbers.primary" | "ims.value" | "ims.display" | "ims.type" | "ims.primary" | "photos.value" | "photos.display" | "photos.type" | "photos.primary" | "addresses.formatted" | "addresses.streetAddress" | "addresses.locality" | "addresses.region" | "addresses.postalCode" | "addresses.country" | "addresses.type" | "addresses.primary" | "entitlements.value" | "entitlements.display" | "entitlements.type" | "entitlements.primary" | "roles.value" | "roles.display" | "roles.type" | "roles.primary" | "x509Certificates.value" | "x509Certificates.display" | "x509Certificates.type" | "x509Certificates.primary" | "enterprise.employeeNumber" | "enterprise.costCenter" | "enterprise.organization" | "enterprise.division" | "enterprise.department" | "enterprise.manager.value" | "enterprise.manager.$ref" | "enterprise.manager.displayName") | undefined;
                sortDirection?: ("ascending" | "descending") | undefined;
                /** @description Whether to count all matches as well */
                withTotal?: boolean | undefined;
                active?: boolean | undefined;
                userName?: string | undefined;
                externalId?: string | undefined;
                email?: string | undefined;
            };
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example ada@example.com */
                    userName: string;
                    /** @default null */
                    externalId?: string | null;
                    /** @default true */
                    active?: boolean;
                    /** @default {} */
                    profile?: components["schemas"]["PlatformProfile"];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    searchUsers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The most items to return
                     * @default 100
                     */
                    limit?: number;
                    /** @description `nextCursor` of the page before; absent for the first page */
                    cursor?: string;
                    /** @description Text that occurs in one of the names, in any case */
                    search?: string;
                    /**
                     * @description Default: the order in which they were added
                     * @enum {string}
                     */
                    sortBy?: "id" | "externalId" | "userName" | "active" | "version" | "createdAt" | "updatedAt" | "name.formatted" | "name.familyName" | "name.givenName" | "name.middleName" | "name.honorificPrefix" | "name.honorificSuffix" | "displayName" | "nickName" | "profileUrl" | "title" | "userType" | "preferredLanguage" | "locale" | "timezone" | "emails.value" | "emails.display" | "emails.type" | "emails.primary" | "phoneNumbers.value" | "phoneNumbers.display" | "phoneNumbers.type" | "phoneNumbers.primary" | "ims.value" | "ims.display" | "ims.type" | "ims.primary" | "photos.value" | "photos.display" | "photos.type" | "photos.primary" | "addresses.formatted" | "addresses.streetAddress" | "addresses.locality" | "addresses.region" | "addresses.postalCode" | "addresses.country" | "addresses.type" | "addresses.primary" | "entitlements.value" | "entitlements.display" | "entitlements.type" | "entitlements.primary" | "roles.value" | "roles.display" | "roles.type" | "roles.primary" | "x509Certificates.value" | "x509Certificates.display" | "x509Certificates.type" | "x509Certificates.primary" | "enterprise.employeeNumber" | "enterprise.costCenter" | "enterprise.organization" | "enterprise.division" | "enterprise.department" | "enterprise.manager.value" | "enterprise.manager.$ref" | "enterprise.manager.displayName";
                    /**
                     * @default ascending
                     * @enum {string}
                     */
                    sortDirection?: "ascending" | "descending";
                    /**
                     * @description Whether to count all matches as well
                     * @default false
                     */
                    withTotal?: boolean;
                    filter?: components["schemas"]["UserFilter"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    countUsers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: components["schemas"]["UserFilter"];
                    /** @description Text that occurs in one of the names, in any case */
                    search?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    lookUpUsers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    by: "id" | "userName" | "externalId" | "email";
                    values: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserLookUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteUser: {
        parameters: {
            query?: {
                ifVersion?: number | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                    /** @example ada@example.com */
                    userName?: string;
                    externalId?: string | null;
                    active?: boolean;
                    profile?: components["schemas"]["PlatformProfile"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listUserGroups: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupReferenceList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deactivateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    activateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeletedUsers: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedUserPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    restoreUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                userId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
                search?: string | undefined;
                sortBy?: ("id" | "externalId" | "displayName" | "version" | "createdAt" | "updatedAt") | undefined;
                sortDirection?: ("ascending" | "descending") | undefined;
                /** @description Whether to count all matches as well */
                withTotal?: boolean | undefined;
                displayName?: string | undefined;
                externalId?: string | undefined;
            };
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Engineering */
                    displayName: string;
                    /** @default null */
                    externalId?: string | null;
                    /**
                     * @description Ids of users and groups of the same tenant
                     * @default []
                     */
                    memberIds?: components["schemas"]["Id"][];
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    searchGroups: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The most items to return
                     * @default 100
                     */
                    limit?: number;
                    /** @description `nextCursor` of the page before; absent for the first page */
                    cursor?: string;
                    /** @description Text that occurs in one of the names, in any case */
                    search?: string;
                    /**
                     * @description Default: the order in which they were added
                     * @enum {string}
                     */
                    sortBy?: "id" | "externalId" | "displayName" | "version" | "createdAt" | "updatedAt";
                    /**
                     * @default ascending
                     * @enum {string}
                     */
                    sortDirection?: "ascending" | "descending";
                    /**
                     * @description Whether to count all matches as well
                     * @default false
                     */
                    withTotal?: boolean;
                    filter?: components["schemas"]["GroupFilter"];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    countGroups: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    filter?: components["schemas"]["GroupFilter"];
                    /** @description Text that occurs in one of the names, in any case */
                    search?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    lookUpGroups: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    by: "id" | "displayName" | "externalId";
                    values: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupLookUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteGroup: {
        parameters: {
            query?: {
                ifVersion?: number | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Deleted"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                    /** @example Engineering */
                    displayName?: string;
                    externalId?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
            };
            header?: {
                /**
                 * @description `eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.
                 * @example eventual
                 */
                "Rollcall-Consistency"?: "strong" | "eventual";
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    replaceGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of users and groups of the same tenant */
                    memberIds: components["schemas"]["Id"][];
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    addGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of users and groups of the same tenant */
                    memberIds: components["schemas"]["Id"][];
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeletedGroups: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedGroupPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    restoreGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeGroupMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                groupId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Ids of users and groups of the same tenant */
                    memberIds: components["schemas"]["Id"][];
                    /** @description The version that was read last; a resource that has another one is left as it is */
                    ifVersion?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            412: components["responses"]["Problem412"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionSchemaList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    defineSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description The schema's URN */
                urn: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @default  */
                    description?: string;
                    attributes: components["schemas"]["ExtensionAttribute"][];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionSchema"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteSchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description The schema's URN */
                urn: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtensionSchema"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEntitlements: {
        parameters: {
            query?: {
                kind?: components["schemas"]["EntitlementKind"] | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntitlementList"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createEntitlement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.
                 * @example 5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: components["schemas"]["EntitlementKind"];
                    /** @example Editor */
                    displayName: string;
                    /**
                     * @description What sort of entitlement it is; a role has none
                     * @example License
                     */
                    type?: string;
                };
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    deleteEntitlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                entitlementId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    updateEntitlement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
                /** @description A UUID made by Rollcall. */
                entitlementId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Editor */
                    displayName?: string;
                    /**
                     * @description What sort of entitlement it is; a role has none
                     * @example License
                     */
                    type?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entitlement"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            415: components["responses"]["Problem415"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The sequence of the last event already seen */
                after?: number | undefined;
                types?: (components["schemas"]["EventType"] | undefined)[] | undefined;
                /** @description The most items to return */
                limit?: number | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
                actions?: (components["schemas"]["AuditAction"] | undefined)[] | undefined;
                actorId?: string | undefined;
                resourceId?: string | undefined;
                /** @description ISO 8601 with an offset */
                since?: string | undefined;
                /** @description ISO 8601 with an offset */
                until?: string | undefined;
            };
            header?: never;
            path: {
                /** @description A UUID made by Rollcall. */
                tenantId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listPlatformAuditEntries: {
        parameters: {
            query?: {
                /** @description The most items to return */
                limit?: number | undefined;
                /** @description `nextCursor` of the page before; absent for the first page */
                cursor?: string | undefined;
                actions?: (components["schemas"]["AuditAction"] | undefined)[] | undefined;
                actorId?: string | undefined;
                resourceId?: string | undefined;
                /** @description ISO 8601 with an offset */
                since?: string | undefined;
                /** @description ISO 8601 with an offset */
                until?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            429: components["responses"]["Problem429"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
}

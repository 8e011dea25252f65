import {
  createUser,
  deleteUser,
  type ListQuery,
  readUserText,
  updateUser,
  type User,
  type UserText,
} from "@rollcall/domain";
import {
  applyPatch,
  isDefault,
  type JsonObject,
  project,
  type Projection,
  readPatch,
  readResource,
  replaceResource,
  wants,
} from "@rollcall/scim";
import { hasVersion, requiredVersion, versionTag } from "../http/preconditions.ts";
import type { ScimHandler, ScimReply, ScimRequest } from "../http/scim-request.ts";
import { userFromScim } from "../mapper/user-from-scim.ts";
import { userToJson } from "../mapper/user-to-json.ts";
import { userToScim } from "../mapper/user-to-scim.ts";
import { listReply } from "./list-reply.ts";
import { requestedProjection } from "./requested-projection.ts";
import { requireFound, requireId } from "./require-found.ts";

/** GET /Users (RFC 7644 §3.4.2) */
export const listUsers: ScimHandler = async (request) => {
  const { directory, types, query } = request;
  const projection = requestedProjection(types.user, query);
  const withGroups = wants(projection, "groups");
  const list = (wanted: ListQuery) => directory.users.listTexts(wanted, { withGroups });
  return await listReply(request, { type: types.user, list, describe: describeTexts(request, projection) });
};

function describeTexts(request: ScimRequest, projection: Projection) {
  return (users: readonly UserText[]): string[] => users.map((user) => textOf(user, request, projection));
}

/** What passes through as text is neither read nor written again. */
function textOf(user: UserText, { types, baseUrl }: ScimRequest, projection: Projection): string {
  if (isDefault(projection, types.user) && hasNoExtensions(user)) return userToJson(user, baseUrl);
  return JSON.stringify(project(projection, userToScim(readUserText(user), baseUrl)));
}

function hasNoExtensions(user: UserText): user is UserText & { readonly extensionsText: null } {
  return user.extensionsText === null;
}

export function describeUsers({ baseUrl }: ScimRequest, projection: Projection) {
  return (users: readonly User[]): JsonObject[] => users.map((user) => project(projection, userToScim(user, baseUrl)));
}

/** POST /Users (RFC 7644 §3.3) */
export const postUser: ScimHandler = async (request) => {
  const { directory, types, identity, actor, body, query } = request;
  const projection = requestedProjection(types.user, query);
  const draft = userFromScim(readResource(types.user, body), true);
  const user = await createUser(directory.users, { draft, origin: "idp", connectionId: identity.connection.id, actor });
  return { ...userReply(request, user, projection), status: 201, location: `${request.baseUrl}/Users/${user.id}` };
};

/** GET /Users/{id} (RFC 7644 §3.4.1) */
export const getUser: ScimHandler = async (request) => {
  const { directory, types, query, ifNoneMatch } = request;
  const projection = requestedProjection(types.user, query);
  const id = requireId("User", request.id);
  const found = await directory.users.findText(id, { withGroups: wants(projection, "groups") });
  const user = requireFound("User", id, found);
  const etag = versionTag(user.version);
  if (hasVersion(ifNoneMatch, user.version)) return { status: 304, etag };
  return { status: 200, json: textOf(user, request, projection), etag };
};

/** PUT /Users/{id} (RFC 7644 §3.5.1). Leaving out `active` never reactivates anyone. */
export const putUser: ScimHandler = async (request) => {
  const { directory, types, actor, body, baseUrl, query, ifMatch } = request;
  const projection = requestedProjection(types.user, query);
  const user = await updateUser(directory.users, {
    id: requireId("User", request.id),
    actor,
    ifVersion: requiredVersion(ifMatch),
    change: (current) => userFromScim(replaceResource(types.user, userToScim(current, baseUrl), body), current.active),
  });
  return userReply(request, user, projection);
};

/** PATCH /Users/{id} (RFC 7644 §3.5.2) */
export const patchUser: ScimHandler = async (request) => {
  const { directory, types, actor, body, baseUrl, query, ifMatch } = request;
  const projection = requestedProjection(types.user, query);
  const operations = readPatch(body);
  const user = await updateUser(directory.users, {
    id: requireId("User", request.id),
    actor,
    ifVersion: requiredVersion(ifMatch),
    change: (current) => userFromScim(applyPatch(types.user, userToScim(current, baseUrl), operations), current.active),
  });
  return userReply(request, user, projection);
};

/** DELETE /Users/{id} (RFC 7644 §3.6) */
export const removeUser: ScimHandler = async ({ directory, actor, id, ifMatch }) => {
  await deleteUser(directory.users, { id: requireId("User", id), actor, ifVersion: requiredVersion(ifMatch) });
  return { status: 204 };
};

function userReply({ baseUrl }: ScimRequest, user: User, projection: Projection): ScimReply {
  return { status: 200, body: project(projection, userToScim(user, baseUrl)), etag: versionTag(user.version) };
}

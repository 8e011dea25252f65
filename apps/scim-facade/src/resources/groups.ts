import { createGroup, deleteGroup, type Group, memberPages, updateGroup } from "@rollcall/domain";
import {
  applyPatch,
  type JsonObject,
  project,
  type Projection,
  readPatch,
  readResource,
  splitMembers,
  wants,
} from "@rollcall/scim";
import { hasVersion, requiredVersion, versionTag } from "../http/preconditions.ts";
import type { ScimHandler, ScimReply, ScimRequest } from "../http/scim-request.ts";
import { groupFromScim, memberIds } from "../mapper/group-from-scim.ts";
import { groupText } from "../mapper/group-text.ts";
import { groupToScim } from "../mapper/group-to-scim.ts";
import { memberChanges } from "../mapper/member-changes.ts";
import { listReply } from "./list-reply.ts";
import { requestedProjection } from "./requested-projection.ts";
import { requireFound, requireId } from "./require-found.ts";

/** GET /Groups (RFC 7644 §3.4.2) */
export const listGroups: ScimHandler = async (request) => {
  const { directory, types, query } = request;
  const describe = describeGroups(request, requestedProjection(types.group, query));
  return await listReply(request, { type: types.group, list: (wanted) => directory.groups.list(wanted), describe });
};

/** Groups with the members of all of them read at once, and only when they are wanted. */
export function describeGroups({ directory, baseUrl }: ScimRequest, projection: Projection) {
  return async (groups: readonly Group[]): Promise<JsonObject[]> => {
    const ids = groups.map((group) => group.id);
    const members = wants(projection, "members") ? await directory.groups.membersOf(ids) : undefined;
    return groups.map((group) => project(projection, groupToScim(group, members?.get(group.id), baseUrl)));
  };
}

/** POST /Groups (RFC 7644 §3.3) */
export const postGroup: ScimHandler = async (request) => {
  const { directory, types, identity, actor, body, query, baseUrl } = request;
  const projection = requestedProjection(types.group, query);
  const resource = readResource(types.group, body);
  const group = await createGroup(directory.groups, {
    draft: groupFromScim(resource),
    memberIds: memberIds(resource),
    origin: "idp",
    connectionId: identity.connection.id,
    actor,
    rules: request.groupRules,
  });
  return { ...(await reply(request, group, projection)), status: 201, location: `${baseUrl}/Groups/${group.id}` };
};

/** GET /Groups/{id} (RFC 7644 §3.4.1) */
export const getGroup: ScimHandler = async (request) => {
  const projection = requestedProjection(request.types.group, request.query);
  const id = requireId("Group", request.id);
  const group = requireFound("Group", id, await request.directory.groups.find(id));
  if (hasVersion(request.ifNoneMatch, group.version)) return { status: 304, etag: versionTag(group.version) };
  return await reply(request, group, projection);
};

/** PUT /Groups/{id} (RFC 7644 §3.5.1): the members named are all there are afterwards. */
export const putGroup: ScimHandler = async (request) => {
  const { directory, types, actor, body, query, ifMatch } = request;
  const projection = requestedProjection(types.group, query);
  const resource = readResource(types.group, body);
  const group = await updateGroup(directory.groups, {
    id: requireId("Group", request.id),
    actor,
    ifVersion: requiredVersion(ifMatch),
    change: () => groupFromScim(resource),
    members: [{ kind: "replace", ids: memberIds(resource) }],
    rules: request.groupRules,
  });
  return await reply(request, group, projection);
};

/** PATCH /Groups/{id} (RFC 7644 §3.5.2). The reply holds the members only when they are asked for by name. */
export const patchGroup: ScimHandler = async (request) => {
  const { directory, types, actor, body, query, baseUrl, ifMatch } = request;
  const projection = requestedProjection(types.group, query);
  const { attributes, members } = splitMembers(readPatch(body));
  const group = await updateGroup(directory.groups, {
    id: requireId("Group", request.id),
    actor,
    ifVersion: requiredVersion(ifMatch),
    change: (current) => groupFromScim(applyPatch(types.group, groupToScim(current, undefined, baseUrl), attributes)),
    members: memberChanges(members, baseUrl),
    rules: request.groupRules,
  });
  if (query.has("attributes")) return await reply(request, group, projection);
  return replyWithoutMembers(request, group, projection);
};

/** DELETE /Groups/{id} (RFC 7644 §3.6): its members stay as they are. */
export const removeGroup: ScimHandler = async ({ directory, actor, id, ifMatch }) => {
  await deleteGroup(directory.groups, { id: requireId("Group", id), actor, ifVersion: requiredVersion(ifMatch) });
  return { status: 204 };
};

/** A page of members and the end of the group: most groups are answered as a whole. */
const MAX_PIECES_AT_ONCE = 3;

/** A reply with members, read only when they are wanted, and then page by page as the client takes them in. */
async function reply(request: ScimRequest, group: Group, projection: Projection): Promise<ScimReply> {
  if (!wants(projection, "members")) return replyWithoutMembers(request, group, projection);
  const { directory, baseUrl } = request;
  const pieces = groupText({ group, pages: memberPages(directory.groups, group.id), projection, baseUrl });
  const etag = versionTag(group.version);
  const begun: string[] = [];
  while (begun.length < MAX_PIECES_AT_ONCE) {
    const piece = await pieces.next();
    if (piece.done === true) return { status: 200, json: begun.join(""), etag };
    begun.push(piece.value);
  }
  return { status: 200, pieces: startWith(begun, pieces), etag };
}

async function* startWith(begun: readonly string[], rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield* begun;
  yield* rest;
}

function replyWithoutMembers({ baseUrl }: ScimRequest, group: Group, projection: Projection): ScimReply {
  const body = project(projection, groupToScim(group, undefined, baseUrl));
  return { status: 200, body, etag: versionTag(group.version) };
}

import type { HttpRequest } from "../http/send.ts";
import type { Action } from "./operation.ts";
import { stampText } from "./stamp.ts";

/** A request below a SCIM base URL. */
export interface ScimRequest extends Pick<HttpRequest, "method" | "body" | "ifMatch"> {
  readonly path: string;
}

const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** An action as an identity provider sends it. Every write says `stamp` in two attributes of a user, or in a name. */
export function toRequest(action: Action, stamp: number): ScimRequest {
  const text = stampText(stamp);
  switch (action.kind) {
    case "create user":
      return { method: "POST", path: "/Users", body: userBody(action, text) };
    case "replace user":
      return {
        method: "PUT",
        path: `/Users/${action.userId}`,
        body: userBody(action, text),
        ifMatch: versionTag(action.ifVersion),
      };
    case "patch user":
      return {
        method: "PATCH",
        path: `/Users/${action.userId}`,
        body: patch([{ op: "replace", value: { title: text, nickName: text, active: action.active } }]),
        ifMatch: versionTag(action.ifVersion),
      };
    case "find user":
      return { method: "GET", path: `/Users?filter=${encodeURIComponent(`userName eq "${action.userName}"`)}` };
    case "delete user":
      return { method: "DELETE", path: `/Users/${action.userId}` };
    case "create group":
      return {
        method: "POST",
        path: "/Groups",
        body: { schemas: [GROUP], displayName: text, members: memberValues(action.add) },
      };
    case "change group":
      return {
        method: "PATCH",
        path: `/Groups/${action.groupId}`,
        body: patch([
          ...(action.rename ? [{ op: "replace", path: "displayName", value: text }] : []),
          ...(action.add.length > 0 ? [{ op: "add", path: "members", value: memberValues(action.add) }] : []),
          ...action.remove.map((id) => ({ op: "remove", path: `members[value eq "${id}"]` })),
        ]),
      };
    case "delete group":
      return { method: "DELETE", path: `/Groups/${action.groupId}` };
  }
}

function userBody({ userName, active }: { userName: string; active: boolean }, text: string) {
  return { schemas: [USER], userName, title: text, nickName: text, active };
}

function memberValues(ids: readonly string[]) {
  return ids.map((value) => ({ value }));
}

function patch(operations: readonly unknown[]) {
  return { schemas: [PATCH], Operations: operations };
}

function versionTag(version: number | undefined): string | undefined {
  return version === undefined ? undefined : `W/"${version}"`;
}

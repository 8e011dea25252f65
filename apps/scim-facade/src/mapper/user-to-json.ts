import type { UserText } from "@rollcall/domain";
import { SCHEMA_ENTERPRISE_USER, SCHEMA_USER } from "@rollcall/scim";
import { versionTag } from "../http/preconditions.ts";
import { groupReferences } from "./user-to-scim.ts";

const SCHEMAS = JSON.stringify([SCHEMA_USER]);
const SCHEMAS_ENTERPRISE = JSON.stringify([SCHEMA_USER, SCHEMA_ENTERPRISE_USER]);
const ENTERPRISE_KEY = JSON.stringify(SCHEMA_ENTERPRISE_USER);

/**
 * The JSON text of what `userToScim` makes, but for the order of its members. The profile passes through as the text that
 * it is stored as; a user with values of the tenant's own extensions cannot be told so, as not all of them may be shown.
 */
export function userToJson(user: UserText & { readonly extensionsText: null }, baseUrl: string): string {
  const { id, externalId, userName, active, profileText, enterpriseText, groups, version } = user;
  const schemas = enterpriseText === null ? SCHEMAS : SCHEMAS_ENTERPRISE;
  const external = externalId === null ? "" : `,"externalId":${JSON.stringify(externalId)}`;
  const profile = profileText === "{}" ? "" : `,${profileText.slice(1, -1)}`;
  const enterprise = enterpriseText === null ? "" : `,${ENTERPRISE_KEY}:${enterpriseText}`;
  const inGroups = groups.length === 0 ? "" : `,"groups":${JSON.stringify(groupReferences(groups, baseUrl))}`;
  const [created, lastModified] = [user.createdAt.toISOString(), user.updatedAt.toISOString()];
  return (
    `{"schemas":${schemas},"id":"${id}"${external},"userName":${JSON.stringify(userName)}${profile},"active":${active}` +
    `${enterprise}${inGroups},"meta":{"resourceType":"User","created":"${created}","lastModified":"${lastModified}",` +
    `"location":${JSON.stringify(`${baseUrl}/Users/${id}`)},"version":${JSON.stringify(versionTag(version))}}}`
  );
}

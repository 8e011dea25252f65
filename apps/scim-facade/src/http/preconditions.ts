import { ScimError } from "@rollcall/scim";

/** A resource's version as its weak entity tag (RFC 7644 §3.14). */
export function versionTag(version: number): string {
  return `W/"${version}"`;
}

/**
 * The version that an If-Match header demands; undefined when it demands none (absent, or `*`).
 * @throws ScimError 412 for a tag that no version of ours can have.
 */
export function requiredVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  const version = /^\s*(?:W\/)?"(\d{1,10})"\s*$/.exec(ifMatch)?.[1];
  if (version === undefined)
    throw new ScimError("preconditionFailed", "The If-Match header names no version of this resource.");
  return Number(version);
}

/** Whether an If-None-Match header says that the client has this version already. */
export function hasVersion(ifNoneMatch: string | undefined, version: number): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${version}"`);
}

import { ScimError } from "@rollcall/scim";
import type { ScimHandler } from "../http/scim-request.ts";

/** /Me (RFC 7644 §3.11): a token speaks for a connection, so there is no resource that it could be an alias of. */
export const refuseMe: ScimHandler = async () => {
  throw new ScimError("notImplemented", "A token stands for a connection and not for a person: there is no /Me.");
};

import { DomainError } from "../error/domain-error.ts";
import { checkName } from "../identity/check-name.ts";
import { checkAttributes } from "./check-attributes.ts";
import {
  type ExtensionSchemaDraft,
  MAX_ATTRIBUTES_PER_SCHEMA,
  MAX_DESCRIPTION_LENGTH,
  MAX_SCHEMA_NAME_LENGTH,
  MAX_URN_LENGTH,
  type Urn,
} from "./extension-schema.ts";

/** `urn:` in lower case, a namespace and a name without spaces (RFC 8141 §2). */
const URN = /^urn:[a-zA-Z0-9][a-zA-Z0-9-]{0,31}(?::[a-zA-Z0-9._~!$&'()*+,;=@-]+)+$/;

/** `urn:ietf:params:scim:schemas:extension:` is not among them: providers use it for extensions of their own. */
const RESERVED =
  /^urn:(?:ietf:params:scim:(?:api|schemas:core)|okta:scim:schemas:core)(?::|$)|^urn:ietf:params:scim:schemas:extension:enterprise:2\.0:user(?::|$)/i;

/** A definition as someone gives it. */
export interface NewExtensionSchema extends Omit<ExtensionSchemaDraft, "urn"> {
  readonly urn: string;
}

/** @throws DomainError `invalid_value` naming the first part of the definition that is not acceptable. */
export function checkSchema(schema: NewExtensionSchema): ExtensionSchemaDraft {
  const urn = checkUrn(schema.urn);
  const name = checkName("name", schema.name, MAX_SCHEMA_NAME_LENGTH);
  const { description, attributes } = schema;
  if (description.length > MAX_DESCRIPTION_LENGTH) {
    const reason = `it is longer than ${MAX_DESCRIPTION_LENGTH} characters`;
    throw new DomainError({ code: "invalid_value", attribute: "description", reason });
  }
  checkAttributes(attributes, { path: "attributes", limit: MAX_ATTRIBUTES_PER_SCHEMA });
  return { urn, name, description, attributes };
}

function checkUrn(text: string): Urn {
  if (text.length > MAX_URN_LENGTH) throw refusal(`it is longer than ${MAX_URN_LENGTH} characters`);
  if (!isUrn(text)) throw refusal("it is not a URN such as urn:example:scim:schemas:extension:1.0:User");
  if (RESERVED.test(text)) throw refusal("it is reserved for a schema of the standard");
  return text;
}

function isUrn(text: string): text is Urn {
  return URN.test(text);
}

function refusal(reason: string): DomainError {
  return new DomainError({ code: "invalid_value", attribute: "urn", reason });
}

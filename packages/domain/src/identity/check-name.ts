import { DomainError } from "../error/domain-error.ts";

/** A label that people give: trimmed. @throws DomainError `invalid_value` when it is empty or longer than `maxLength`. */
export function checkName(attribute: string, value: string, maxLength: number): string {
  const name = value.trim();
  if (name === "") throw new DomainError({ code: "invalid_value", attribute, reason: "it is empty" });
  if (name.length > maxLength) {
    throw new DomainError({ code: "invalid_value", attribute, reason: `it is longer than ${maxLength} characters` });
  }
  return name;
}

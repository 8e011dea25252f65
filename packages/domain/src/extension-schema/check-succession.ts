import { DomainError } from "../error/domain-error.ts";
import type { ExtensionAttribute, SimpleAttribute } from "./extension-schema.ts";

/**
 * Users may hold values of every attribute that there is, so a new definition may add attributes and reword them, but
 * neither remove one nor change what its values are.
 * @throws DomainError `invalid_value` naming the attribute whose values would be orphaned.
 */
export function checkSuccession(
  current: readonly ExtensionAttribute[],
  next: readonly ExtensionAttribute[],
  path = "attributes",
): void {
  const successors = new Map(next.map((attribute) => [attribute.name, attribute]));
  for (const attribute of current) {
    const successor = successors.get(attribute.name);
    const reason = successor === undefined ? "it cannot be removed or renamed" : objection(attribute, successor);
    const attributePath = `${path}.${attribute.name}`;
    if (reason !== undefined) {
      throw new DomainError({
        code: "invalid_value",
        attribute: attributePath,
        reason: `${reason}, because users may hold values of it`,
      });
    }
    if (attribute.type === "complex" && successor?.type === "complex") {
      checkSuccession(attribute.subAttributes, successor.subAttributes, attributePath);
    }
  }
}

function objection(attribute: ExtensionAttribute, successor: ExtensionAttribute): string | undefined {
  if (attribute.type !== successor.type) return "its type cannot change";
  if (attribute.multiValued !== successor.multiValued) return "multiValued cannot change";
  if (isStored(attribute) !== isStored(successor)) return "it cannot become writeOnly, or cease to be";
  if (attribute.type === "complex" || successor.type === "complex") return undefined;
  return simpleObjection(attribute, successor);
}

function simpleObjection(attribute: SimpleAttribute, successor: SimpleAttribute): string | undefined {
  if (attribute.caseExact !== successor.caseExact) return "caseExact cannot change";
  if (attribute.uniqueness === "none" && successor.uniqueness === "server") return "it cannot become unique";
  return undefined;
}

function isStored({ mutability }: ExtensionAttribute): boolean {
  return mutability !== "writeOnly";
}

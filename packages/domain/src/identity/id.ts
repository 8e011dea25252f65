import { v7, validate } from "uuid";

/** A new UUIDv7 (RFC 9562 §5.7), always made by the server; later ones sort after earlier ones of the same process. */
export function newId(): string {
  return v7();
}

/** Whether `text` is a UUID in any spelling; anything else cannot be the id of a stored resource. */
export function isId(text: string): boolean {
  return validate(text);
}

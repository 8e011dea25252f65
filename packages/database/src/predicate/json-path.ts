/** A path in Postgres's jsonpath; in its lax mode a key also enters the elements of a list. */
export function jsonPath(path: readonly string[]): string {
  return `$${path.map((key) => `.${JSON.stringify(key)}`).join("")}`;
}

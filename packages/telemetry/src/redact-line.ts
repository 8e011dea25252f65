import { maskSecrets } from "./mask-secrets.ts";

const SECRET_NAME =
  /(authorization|cookie|password|passphrase|secret|token|pepper|(api|admin|access|private)[-_]?key)s?$/i;
const REDACTED = "[redacted]";

/** One JSON line of the log without secrets: neither in fields named like one, at any depth, nor in any text. */
export function redactLine(line: string): string {
  return `${maskSecrets(JSON.stringify(JSON.parse(line, redactField)))}\n`;
}

function redactField(name: string, value: unknown): unknown {
  const isEmpty = value === null || value === "";
  return SECRET_NAME.test(name) && !isEmpty ? REDACTED : value;
}

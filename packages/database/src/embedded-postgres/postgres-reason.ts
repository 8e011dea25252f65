/**
 * Why Postgres gave up, as one sentence, out of what it wrote to stderr: its last PANIC or FATAL message, failing
 * those an initdb error, or the last line.
 */
export function postgresReason(stderr: string): string {
  const lines = stderr.split("\n").filter((line) => line.trim() !== "");
  const last = (pattern: RegExp) => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []).at(-1);
  return (
    last(/\bPANIC:\s+(.*)$/) ??
    last(/\bFATAL:\s+(.*)$/) ??
    last(/^initdb: error:\s+(.*)$/) ??
    lines.at(-1)?.trim() ??
    "it gave no reason"
  );
}

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const PASSWORD_BYTES = 18;

/** The cluster's password: made once, kept in a file that only its owner may read. Safe in a URL as it is. */
export function persistentPassword(file: string): string {
  if (!existsSync(file)) {
    // Renamed into place, so that a kill in between never leaves an empty password behind.
    writeFileSync(`${file}.new`, randomBytes(PASSWORD_BYTES).toString("base64url"), {
      mode: 0o600,
    });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, "utf8");
}

import { ERROR_CATALOGUE, type ErrorEntry, type ScimErrorCode, type ScimType } from "./catalogue.ts";

/**
 * A request that fails in a way the client is told about (RFC 7644 §3.12). `detail` is public text;
 * `cause` is for the log only.
 */
export class ScimError extends Error {
  override readonly name = "ScimError";
  readonly code: ScimErrorCode;
  /** HTTP status. */
  readonly status: number;
  readonly scimType?: ScimType;
  readonly detail: string;

  constructor(code: ScimErrorCode, detail?: string, options?: ErrorOptions) {
    const entry: ErrorEntry = ERROR_CATALOGUE[code];
    const text = detail ?? entry.detail;
    super(text, options);
    this.code = code;
    this.status = entry.status;
    this.detail = text;
    if (entry.scimType !== undefined) this.scimType = entry.scimType;
  }
}

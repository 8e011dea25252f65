import { TRPCError } from "@trpc/server";
import { type ErrorCode, errorCatalogue } from "./error-catalogue.ts";

/** What is wrong with one part of the input. */
export interface FieldError {
  /** Keys and indexes from the input's root down to the part. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

interface ApiErrorOptions {
  /** One sentence for people about this occurrence; the title, when there is nothing to add. */
  readonly detail?: string;
  readonly fields?: readonly FieldError[];
  /** For the log only. */
  readonly cause?: unknown;
}

/** An error of the catalogue. Everything in it but the cause is public. */
export class ApiError extends TRPCError {
  readonly errorCode: ErrorCode;
  readonly fields: readonly FieldError[];

  constructor(errorCode: ErrorCode, { detail, fields = [], cause }: ApiErrorOptions = {}) {
    const { trpcCode, title } = errorCatalogue[errorCode];
    super({ code: trpcCode, message: detail ?? `${title}.`, cause });
    this.errorCode = errorCode;
    this.fields = fields;
  }
}

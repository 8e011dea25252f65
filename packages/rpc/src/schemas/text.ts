import { z } from "zod";

/** Text in an input, from 1 to `maxLength` UTF-16 units. */
export function text(maxLength: number) {
  return (
    z
      .string()
      .min(1)
      .max(maxLength)
      // Postgres cannot store it; refused here with a reason instead of failing there.
      .refine((value) => !value.includes("\0"), "must not contain the character U+0000")
  );
}

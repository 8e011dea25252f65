import { z } from "zod";

/** How long what is rotated goes on working, from 0 to `max`. */
export function overlapInput({ max, byDefault }: { max: number; byDefault: number }) {
  return z
    .int()
    .min(0)
    .max(max)
    .default(byDefault)
    .meta({ description: "How many seconds the old one goes on working; 0 ends it at once" });
}

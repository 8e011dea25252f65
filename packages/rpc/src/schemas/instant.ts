import { z } from "zod";

/** A point in time on the wire: ISO 8601, UTC. */
export const instant = z.iso
  .datetime()
  .meta({ id: "Instant", description: "A point in time: ISO 8601, UTC.", examples: ["2026-02-03T09:30:00.000Z"] });

/** A point in time in an input, in any offset. */
export const instantInput = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .meta({ description: "ISO 8601 with an offset", examples: ["2026-12-31T23:59:59Z"] });

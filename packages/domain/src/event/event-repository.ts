import type { Event, EventType } from "./event.ts";

/** The numbered feed of one tenant. */
export interface EventRepository {
  /** Events with a higher sequence than `after`, in order; all types unless some are named. */
  list(query: { after: number; count: number; types?: readonly EventType[] | undefined }): Promise<readonly Event[]>;
}

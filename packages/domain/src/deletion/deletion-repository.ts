import type { Page } from "../page/page.ts";
import type { Deletion } from "./deletion.ts";

/** What was deleted in one tenant and can be restored. */
export interface DeletionRepository {
  /** In the order of their ids, after `afterId`. */
  list(query: DeletionQuery): Promise<Page<Deletion>>;
}

export interface DeletionQuery {
  readonly resourceType: Deletion["resourceType"];
  readonly afterId: string | undefined;
  readonly count: number;
}

export interface BreakingChange {
  /** As in `GET /tenants · request.name`. */
  readonly at: string;
  /** What the current document does to it, as in `is gone`. */
  readonly change: string;
}

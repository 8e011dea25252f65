/** A row of a query for ids. */
export interface FoundId {
  id: string;
}

/** What the workers of a round know of the directory together. */
export interface Board {
  readonly workers: number;
  readonly users: Map<string, Posted>;
  readonly groups: Map<string, Posted>;
}

/** A user or a group that was made. */
export interface Posted {
  readonly id: string;
  /** The stamp of the operation that made it. */
  readonly number: number;
}

export function createBoard(workers: number): Board {
  return { workers, users: new Map(), groups: new Map() };
}

/** Users whose membership in a group only this worker changes: then their last acknowledged state is known. */
export function ownMembers(board: Board, groupNumber: number, worker: number): string[] {
  return [...board.users.values()]
    .filter((user) => (groupNumber + user.number) % board.workers === worker)
    .map(({ id }) => id);
}

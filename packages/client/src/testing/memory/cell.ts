/** A state that is read as it was last committed, and written by one transaction at a time. */
export interface Cell<TState> {
  /** @returns a copy of what `work` finds, so that nobody changes the state by changing an answer. */
  read<TResult>(work: (state: TState) => TResult): Promise<TResult>;
  /** Runs `work` on a draft that takes the state's place once it is done; what it throws leaves the state as it was. */
  write<TResult>(work: (draft: TState) => TResult | Promise<TResult>): Promise<TResult>;
}

export function createCell<TState>(initial: TState, copy: (state: TState) => TState): Cell<TState> {
  let state = initial;
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async (work) => structuredClone(work(state)),
    async write(work) {
      const run = async () => {
        const draft = copy(state);
        const result = await work(draft);
        state = draft;
        return structuredClone(result);
      };
      const written = last.then(run);
      // The next in line waits for the end of this one, whatever it was.
      last = written.catch(() => undefined);
      return await written;
    },
  };
}

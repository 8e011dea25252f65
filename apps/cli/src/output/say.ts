/** One line of progress, as `npm start` itself has them: on stderr, because stdout belongs to results. */
export function say(message: string): void {
  process.stderr.write(`[rollcall] ${message}\n`);
}

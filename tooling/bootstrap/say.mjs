/** One line of progress. It goes to stderr: stdout belongs to the command that is run. */
export function say(message) {
  process.stderr.write(`[rollcall] ${message}\n`);
}

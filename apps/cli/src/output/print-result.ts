/** Prints a command's result: one JSON value, or the text that `render` makes of it. Nothing else goes to stdout. */
export function printResult<TResult>(
  result: TResult,
  { json }: { json?: true | undefined },
  render: (result: TResult) => string,
): void {
  process.stdout.write(`${json ? JSON.stringify(result) : render(result)}\n`);
}

const MAX_QUOTED_LENGTH = 80;

/** Text from a request, made fit for an error message: quoted, on one line and never long. */
export function quote(text: string): string {
  const short = text.length > MAX_QUOTED_LENGTH ? `${text.slice(0, MAX_QUOTED_LENGTH)}…` : text;
  return JSON.stringify(short.toWellFormed());
}

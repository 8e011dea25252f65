/** A user's title and nickName, or a group's displayName, as the operation with this stamp writes it. */
export function stampText(stamp: number): string {
  return `by ${stamp}`;
}

/** @returns undefined for what no operation has written. */
export function readStamp(text: string | undefined): number | undefined {
  const digits = /^by (\d+)$/.exec(text ?? "")?.[1];
  return digits === undefined ? undefined : Number(digits);
}

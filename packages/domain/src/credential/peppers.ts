import { digestCredential, sameDigest } from "./credential.ts";

/** What credential digests are made with; kept outside the database. */
export interface Peppers {
  /** Makes every new digest. */
  readonly pepper: string;
  /** The one before, or the one to come, while a pepper is replaced: digests made with it are good as well. */
  readonly previousPepper?: string | undefined;
}

/** A stored digest and the one that takes its place. */
export interface DigestChange {
  readonly old: Uint8Array;
  readonly digest: Uint8Array;
}

/**
 * Which pepper the stored digest of a credential was made with; undefined when it was made with neither. Takes the same
 * time whichever it was.
 */
export function matchDigest(
  { pepper, previousPepper }: Peppers,
  text: string,
  stored: Uint8Array,
): "current" | "previous" | undefined {
  const isCurrent = sameDigest(stored, digestCredential(pepper, text));
  const isPrevious = previousPepper !== undefined && sameDigest(stored, digestCredential(previousPepper, text));
  if (isCurrent) return "current";
  return isPrevious ? "previous" : undefined;
}

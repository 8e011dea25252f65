const BEARER = /^Bearer +([\w.~+/-]+=*)$/i;

/**
 * The credential of the Authorization headers of a request (RFC 6750 §2.1). Two headers are none: which of them a proxy
 * has looked at, nobody knows.
 */
export function bearerCredential(headers: readonly string[]): string | undefined {
  const [header, ...others] = headers;
  return header === undefined || others.length > 0 ? undefined : BEARER.exec(header)?.[1];
}

/** What a secret looks like inside other text, and what to leave of it. None reaches past the end of a JSON string. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  // Our connection tokens and API keys, and Standard Webhooks secrets: the prefix tells which kind leaked.
  [/\b(rl[a-z]|whsec)_[\w+/=-]+/g, "$1_[redacted]"],
  // RFC 6750 §2.1, RFC 7617 §2
  [/\b(Bearer|Basic)\s+[^\s"\\,]+/gi, "$1 [redacted]"],
  // RFC 6750 §2.3 and its like
  [/([?&](?:access_token|token|secret|password|api_key|key)=)[^&\s"\\#]+/gi, "$1[redacted]"],
  // Connection strings, RFC 3986 §3.2.1
  [/(\b[a-z][a-z+.-]*:\/\/[^:@/\s"\\]*:)[^@/\s"\\]+@/gi, "$1[redacted]@"],
];

/** The text without anything that looks like a secret. Valid JSON stays valid. */
export function maskSecrets(text: string): string {
  return SECRET_SHAPES.reduce((masked, [shape, rest]) => masked.replace(shape, rest), text);
}

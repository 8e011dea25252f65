const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/**
 * The index just past the JSON string whose opening quote is at `start`, or undefined if it is not
 * closed or holds a bare control character.
 */
export function endOfString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index + 1;
    if (code < FIRST_PRINTABLE) return undefined;
    if (code === BACKSLASH) index += 1;
  }
  return undefined;
}

/**
 * The text a quoted JSON string stands for, or undefined if an escape is wrong or the text holds NUL
 * or half a surrogate pair, which databases and UTF-8 cannot hold.
 */
export function decodeString(quoted: string): string | undefined {
  const text = quoted.includes("\\") ? unescape(quoted) : quoted.slice(1, -1);
  return text?.isWellFormed() && !text.includes("\0") ? text : undefined;
}

function unescape(quoted: string): string | undefined {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return undefined;
  }
}

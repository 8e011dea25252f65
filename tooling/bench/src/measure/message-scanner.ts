/** One message of Postgres's protocol: its type's letter, and what follows the length. */
export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** The type's letter and the length. */
const HEADER_BYTES = 5;
const LENGTH_BYTES = 4;

/**
 * Finds the messages in one direction of a connection, however they are cut into pieces.
 * @param startsUntyped whether the first message has no type, as the one that a client begins with.
 */
export function createMessageScanner(startsUntyped: boolean): (piece: Buffer) => Message[] {
  let rest: Buffer = Buffer.alloc(0);
  let isTyped = !startsUntyped;
  return (piece) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const messages: Message[] = [];
    for (;;) {
      const headerBytes = isTyped ? HEADER_BYTES : LENGTH_BYTES;
      if (rest.length < headerBytes) return messages;
      // The length counts itself, but not the type.
      const end = headerBytes - LENGTH_BYTES + rest.readUInt32BE(headerBytes - LENGTH_BYTES);
      if (rest.length < end) return messages;
      const type = isTyped ? rest.toString("latin1", 0, 1) : "";
      messages.push({ type, body: rest.subarray(headerBytes, end) });
      rest = rest.subarray(end);
      isTyped = true;
    }
  };
}

import { createMessageScanner } from "./message-scanner.ts";

export interface StatementCount {
  /** All that were executed: BEGIN, SET and COMMIT too, also when several travel in one text. */
  readonly statements: number;
  /** How often something was sent after everything before it had been answered. */
  readonly roundTrips: number;
}

/** Counts what one connection does, from the bytes that travel each way. */
export interface StatementCounter {
  sent(piece: Buffer): void;
  received(piece: Buffer): void;
}

/** Counters that add to one count; each is for one connection. */
export interface StatementCounters {
  open(): StatementCounter;
  read(): StatementCount;
}

export function createStatementCounters(): StatementCounters {
  const total = { statements: 0, roundTrips: 0 };
  return {
    read: () => ({ ...total }),
    open() {
      const scanSent = createMessageScanner(true);
      const scanReceived = createMessageScanner(false);
      // The answer to the connection's start is awaited too.
      let unanswered = 1;
      return {
        sent(piece) {
          for (const { type, body } of scanSent(piece)) {
            if (type === "E") total.statements += 1;
            if (type === "Q") total.statements += countStatements(body);
            // Query and Sync are what the server answers with ReadyForQuery.
            if (type !== "Q" && type !== "S") continue;
            if (unanswered === 0) total.roundTrips += 1;
            unanswered += 1;
          }
        },
        received(piece) {
          unanswered -= scanReceived(piece).filter(({ type }) => type === "Z").length;
        },
      };
    },
  };
}

/** How many statements a simple query holds. Ours have no semicolons but between them. */
function countStatements(body: Buffer): number {
  return body
    .toString("utf8", 0, body.length - 1)
    .split(";")
    .filter((text) => text.trim() !== "").length;
}

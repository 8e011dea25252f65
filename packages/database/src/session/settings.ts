import type { Timeouts } from "./timeouts.ts";

/**
 * What every transaction of ours runs under. Compiling a query to machine code takes longer than any of ours runs. And
 * the planner, who has no statistics of tenants, takes each for a two-hundredth of its table: it would read all of one
 * and sort that for a page of it. Every statement has an index whose order it needs or which finds a few rows, so only
 * those are walked.
 */
export function serverSettings({ statementMs, lockMs, idleInTransactionMs }: Timeouts): Record<string, string> {
  return {
    statement_timeout: `${statementMs}`,
    lock_timeout: `${lockMs}`,
    idle_in_transaction_session_timeout: `${idleInTransactionMs}`,
    jit: "off",
    enable_seqscan: "off",
    enable_bitmapscan: "off",
  };
}

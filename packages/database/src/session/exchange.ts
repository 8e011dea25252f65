import { type Connection, type FieldDef, type PoolClient, type Submittable, types } from "pg";
import { toParameter } from "./to-parameter.ts";

/** One statement of an exchange. */
export interface Step {
  /** Under which the connection parses and plans it once; undefined for one that is not worth keeping. */
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
  /** What it answers is not looked at. */
  readonly silent?: boolean;
}

export interface Outcome {
  readonly rows: Record<string, unknown>[];
  /** What the server says that it did, such as `COMMIT`. */
  readonly tag: string;
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** What one connection knows already: the statements that it has prepared, and the columns of their answers. */
export type Prepared = Map<string, readonly Column[] | "unsure">;

interface Exchange {
  readonly steps: readonly Step[];
  readonly prepared: Prepared;
}

/**
 * Sends statements in one write and hears all their answers: one round trip, whatever their number. Outside of a
 * transaction block they are one transaction, which is committed when the last of them succeeds (PostgreSQL's
 * documentation, "Pipelining"). @returns the outcome of each.
 * @throws the error of the first that fails; those after it are not run.
 */
export function exchange(client: PoolClient, request: Exchange): Promise<Outcome[]> {
  return new Promise((resolve, reject) => {
    client.query(submission(request, { resolve, reject }));
  });
}

interface Settling {
  readonly resolve: (outcomes: Outcome[]) => void;
  readonly reject: (error: unknown) => void;
}

/** As much of node-postgres' own query as it asks of another's. */
interface AnsweredQuery extends Submittable {
  handleRowDescription(message: { fields: FieldDef[] }): void;
  handleDataRow(message: { fields: (string | null)[] }): void;
  handleCommandComplete(message: { text: string }): void;
  handleReadyForQuery(): void;
  handleError(error: unknown): void;
}

/** What node-postgres calls while an exchange is the connection's query, as the messages of the protocol come in. */
function submission({ steps, prepared }: Exchange, { resolve, reject }: Settling): AnsweredQuery {
  // Before anything is sent: what is no parameter must not leave half a message behind.
  const parameters = new Map(steps.map((step) => [step, step.values.map(toParameter)]));
  const outcomes: Outcome[] = [];
  const fresh = new Set<Step>();
  let unreadable: unknown;
  let rows: Outcome["rows"] = [];
  let columns: readonly Column[] = [];

  return {
    submit(connection) {
      connection.stream.cork();
      for (const step of steps) send(connection, step);
      connection.sync();
      connection.stream.uncork();
      begin();
    },
    handleRowDescription({ fields }) {
      columns = fields.map(columnOf);
    },
    handleDataRow({ fields }) {
      if (steps[outcomes.length]?.silent === true) return;
      try {
        rows.push(readRow(fields));
      } catch (error) {
        // Nobody hears what is thrown here, and the process would end.
        unreadable ??= error;
      }
    },
    handleCommandComplete({ text }) {
      const step = steps[outcomes.length];
      if (step?.name !== undefined && fresh.has(step)) prepared.set(step.name, columns);
      outcomes.push({ rows, tag: text });
      begin();
    },
    handleReadyForQuery: () => (unreadable === undefined ? resolve(outcomes) : reject(unreadable)),
    handleError: reject,
  };

  function send(connection: Connection, step: Step): void {
    const { name = "", text, silent = false } = step;
    const known = prepared.get(name);
    const isKnown = known !== undefined && known !== "unsure";
    if (!isKnown) {
      if (known === "unsure") connection.close({ type: "S", name }, true);
      connection.parse({ name, text, types: [] }, true);
      if (name !== "") prepared.set(name, "unsure");
      fresh.add(step);
    }
    connection.bind({ statement: name, values: parameters.get(step) }, true);
    if (!isKnown && !silent) connection.describe({ type: "P", name: "" }, true);
    connection.execute({}, true);
  }

  /** Readies for the answers to the next step. */
  function begin(): void {
    const name = steps[outcomes.length]?.name;
    const known = name === undefined ? undefined : prepared.get(name);
    columns = known === undefined || known === "unsure" ? [] : known;
    rows = [];
  }

  function readRow(texts: readonly (string | null)[]): Record<string, unknown> {
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of columns.entries()) {
      const text = texts[index] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    return row;
  }
}

const INT8_OID = 20;

function columnOf({ name, dataTypeID }: FieldDef): Column {
  // Sequences and totals stay far below 2^53.
  if (dataTypeID === INT8_OID) return { name, parse: Number };
  // oxlint-disable-next-line no-unsafe-enum-assignment -- Any number will do: types that are not known are text.
  return { name, parse: types.getTypeParser(dataTypeID, "text") };
}

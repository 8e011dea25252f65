import { Client } from "pg";

export interface Connection extends AsyncDisposable {
  /** Runs one statement; the rows come as arrays of columns. */
  query(sql: string, values?: readonly unknown[]): Promise<unknown[][]>;
}

/** One connection, closed at the end of the `await using` block. */
export async function connectTo(url: string): Promise<Connection> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    async query(sql, values = []) {
      const { rows } = await client.query<unknown[]>({
        text: sql,
        values: [...values],
        rowMode: "array",
      });
      return rows;
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}

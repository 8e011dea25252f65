import { connectTo, useDatabase } from "@rollcall/test-database";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { queryBuilder } from "../session/query-builder.ts";
import { startsWith } from "./starts-with.ts";

const testDatabase = useDatabase();

/** Where an end is hard to find: at the last code point, at the surrogates, and where nothing is asked. */
const texts = [
  "",
  "a",
  "ab",
  "b",
  "é",
  "\ud7ff",
  "\ud7ffa",
  "\ue000",
  "\uffff",
  "😀",
  "a\u{10ffff}",
  "\u{10ffff}",
  "\u{10ffff}b",
];

it.each(texts)("tells which texts begin with %j, as they are in memory", async (prefix) => {
  await using connection = await connectTo(testDatabase.url);
  const query = sql`select text from unnest(${texts}::text[]) text where ${startsWith(sql.ref("text"), prefix)}`;
  const { sql: statement, parameters } = query.compile(queryBuilder);
  const found = await connection.query(statement, [...parameters]);
  expect(found.flat()).toEqual(texts.filter((text) => text.startsWith(prefix)));
});

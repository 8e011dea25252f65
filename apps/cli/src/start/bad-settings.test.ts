import { writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { once } from "node:events";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Finished, runCommand, type Variables } from "../fixtures/command.fixture.ts";
import { removeDataDir, temporaryDataDir } from "../fixtures/data-dir.fixture.ts";
import { useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();
const damagedDir = temporaryDataDir();
const takenPort = createServer();

beforeAll(async () => {
  takenPort.listen(0, "127.0.0.1");
  await once(takenPort, "listening");
  writeFileSync(join(damagedDir, "secrets.json"), "{");
});
afterAll(() => {
  takenPort.close();
  removeDataDir(damagedDir);
});

const cases: Record<string, { settings: () => Variables; sentence: RegExp }> = {
  "a port that is none": {
    settings: () => ({ ROLLCALL_API_PORT: "banana" }),
    sentence: /^ROLLCALL_API_PORT is "banana", but it must be a port from 0 to 65535, where 0 is any free one\.$/,
  },
  "a SCIM port that is taken": {
    settings: () => ({ ROLLCALL_SCIM_PORT: String(portOf()) }),
    sentence:
      /^Port \d+ on 127\.0\.0\.1 is already in use; set ROLLCALL_SCIM_PORT to another one, or to 0 for any free one\.$/,
  },
  "an API port that is taken": {
    settings: () => ({ ROLLCALL_API_PORT: String(portOf()) }),
    sentence: /^Port \d+ on 127\.0\.0\.1 is already in use; set ROLLCALL_API_PORT /,
  },
  "an address of another machine": {
    settings: () => ({ ROLLCALL_HOST: "192.0.2.1" }),
    sentence: /^ROLLCALL_HOST is "192\.0\.2\.1", but it must be an address of this machine \(EADDRNOTAVAIL\)\.$/,
  },
  "a database that is not there": {
    settings: () => ({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }),
    sentence: /^The database that DATABASE_URL names cannot be used: .*ECONNREFUSED/,
  },
  "a pepper that is empty": {
    settings: () => ({ ROLLCALL_PEPPER: "" }),
    sentence: /^ROLLCALL_PEPPER is "", but it must be a secret of at least 32 characters\.$/,
  },
  "a pepper that others could guess, in production": {
    settings: () => ({ ROLLCALL_PEPPER: "changeme-changeme-changeme-changeme", NODE_ENV: "production" }),
    sentence: /^ROLLCALL_PEPPER is a text that anybody could guess; in production it must be random, /,
  },
  "a previous pepper of one letter, in production": {
    settings: () => ({ ROLLCALL_PREVIOUS_PEPPER: "x".repeat(32), ROLLCALL_ENV: "production" }),
    sentence: /^ROLLCALL_PREVIOUS_PEPPER is a text that anybody could guess;/,
  },
  "a database's password that others could guess, in production": {
    settings: () => ({ DATABASE_URL: "postgres://rollcall:postgres@127.0.0.1:1/none", ROLLCALL_ENV: "production" }),
    sentence: /^The password in DATABASE_URL is one that anybody could guess;/,
  },
  "a pepper in a file that is not there": {
    settings: () => ({ ROLLCALL_PEPPER_FILE: "/none" }),
    sentence: /^The file of ROLLCALL_PEPPER_FILE cannot be read: ENOENT/,
  },
  "a pepper given twice": {
    settings: () => ({ ROLLCALL_PEPPER: "p".repeat(32), ROLLCALL_PEPPER_FILE: "/none" }),
    sentence: /^ROLLCALL_PEPPER and ROLLCALL_PEPPER_FILE are both set: set one of them\.$/,
  },
  "a certificate that is not there": {
    settings: () => ({ ROLLCALL_TLS_CERT_FILE: "/none.crt", ROLLCALL_TLS_KEY_FILE: "/none.key" }),
    sentence: /^The files of ROLLCALL_TLS_CERT_FILE and ROLLCALL_TLS_KEY_FILE cannot be used: ENOENT/,
  },
  "an issuer of JWTs without its keys": {
    settings: () => ({ ROLLCALL_JWT_ISSUER: "https://login.example.com/", ROLLCALL_JWT_AUDIENCE: "rollcall" }),
    sentence: /^ROLLCALL_JWT_ISSUER is set, but ROLLCALL_JWT_JWKS_URL is not: set all of .*, or none\.$/,
  },
  "an origin that is none": {
    settings: () => ({ ROLLCALL_API_ALLOWED_ORIGINS: "https://app.example.com/login" }),
    sentence:
      /^ROLLCALL_API_ALLOWED_ORIGINS is "[^"]+", but it must be a list of origins like .*, with commas between them\.$/,
  },
  "a data folder that cannot be made": {
    settings: () => ({ ROLLCALL_DATA_DIR: "/dev/null/rollcall" }),
    sentence: /^The data folder \/dev\/null\/rollcall cannot be made \(.*\); set ROLLCALL_DATA_DIR to another one\.$/,
  },
  "secrets that are damaged": {
    settings: () => ({ ROLLCALL_DATA_DIR: damagedDir }),
    sentence: /^.*secrets\.json is damaged: /,
  },
};

it.each(Object.entries(cases))("%s ends in one sentence", async (_name, { settings, sentence }) => {
  expectSentence(await startWith(settings()), sentence);
});

it("a pepper other than the one the database was set up with is refused", async () => {
  const server = await rollcall.start({ DATABASE_URL: database.url });
  expect(server.instance.databaseUrl).toBe(database.url);
  server.process.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expectSentence(
    await startWith({ ROLLCALL_PEPPER: "x".repeat(32) }),
    /^This database was set up with another pepper,/,
  );
});

it("a schema newer than the code is refused", async () => {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("insert into kysely_migration values ('9999-from-the-future', now()::text)");
  await client.end();
  expectSentence(
    await startWith({}),
    /^The database's schema is newer than this version of Rollcall \(it has 9999-from-the-future\)/,
  );
});

function startWith(settings: Variables): Promise<Finished> {
  return runCommand("start", { ...rollcall.variables, DATABASE_URL: database.url, ...settings });
}

function expectSentence({ code, stdout, stderr }: Finished, sentence: RegExp): void {
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr.trimEnd()).toMatch(sentence);
}

function portOf(): number {
  const address = takenPort.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return address.port;
}

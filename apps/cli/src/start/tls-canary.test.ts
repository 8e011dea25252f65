import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:https";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { useDatabase } from "@rollcall/test-database";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { testCertificate } from "../fixtures/certificate.fixture.ts";
import { runCommand } from "../fixtures/command.fixture.ts";
import { type RunningServer, useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();
const certFile = join(rollcall.dataDir, "tls.crt");
const keyFile = join(rollcall.dataDir, "tls.key");
const tls = { ROLLCALL_TLS_CERT_FILE: certFile, ROLLCALL_TLS_KEY_FILE: keyFile };
/** Files are looked at every few seconds. */
const PATIENCE = { timeout: 60_000, interval: 50 };
/** Still a private key to whoever reads it, and none to OpenSSL. */
const damagedKey = testCertificate.key.replace(/\n-----END/, "!\n-----END");
/** The lines of the key. */
const secrets = testCertificate.key.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));

let server: RunningServer;
const answers: string[] = [];

beforeAll(async () => {
  writeFileSync(certFile, testCertificate.cert);
  writeFileSync(keyFile, testCertificate.key);
  server = await rollcall.start({ DATABASE_URL: database.url, ROLLCALL_LOG_LEVEL: "trace", ...tls });
  await askEverywhere();
  writeFileSync(keyFile, damagedKey);
  await vi.waitUntil(() => server.output.stderr.includes("the changed TLS files cannot be used"), PATIENCE);
  await askEverywhere();
}, 120_000);

async function askEverywhere(): Promise<void> {
  const { apiUrl, scimUrl } = server.instance;
  const scimOrigin = new URL(scimUrl).origin;
  const paths = [`${apiUrl}/metrics`, `${scimOrigin}/metrics`, `${apiUrl}/api/v1/tenants`, `${scimUrl}/Users`];
  for (const url of paths) answers.push(await answerOf(url));
}

async function answerOf(url: string): Promise<string> {
  const request = get(url, { ca: testCertificate.cert });
  const [response]: IncomingMessage[] = await once(request, "response");
  return response === undefined ? "" : await text(response);
}

describe("the private key of TLS", () => {
  it("is not in logs, also when its file is damaged while it is in use", () => {
    const { stdout, stderr } = server.output;
    expect(stderr).toContain(`${keyFile} holds no private key in PEM`);
    expect(secrets.filter((line) => `${stdout}${stderr}`.includes(line))).toEqual([]);
  });

  it("is not in metrics or other answers", () => {
    expect(answers.filter((answer) => answer.includes("# HELP"))).toHaveLength(4);
    expect(answers.filter((answer) => secrets.some((line) => answer.includes(line)))).toEqual([]);
  });

  it("is on no command line", () => {
    const lines = commandLines();
    expect(lines.some((line) => line.includes("main.ts\0start"))).toBe(true);
    expect(lines.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
  });

  it("that is damaged at the start ends in one sentence, which does not hold it", async () => {
    const variables = { ...rollcall.variables, ROLLCALL_DATA_DIR: join(rollcall.dataDir, "other"), ...tls };
    const { code, stdout, stderr } = await runCommand("start", { ...variables, DATABASE_URL: database.url });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr.trimEnd()).toBe(
      `The files of ROLLCALL_TLS_CERT_FILE and ROLLCALL_TLS_KEY_FILE cannot be used: ${keyFile} holds no private key in PEM without a passphrase`,
    );
  });
});

/** Of all processes of this machine. */
function commandLines(): readonly string[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      return /^\d+$/.test(pid) ? [readFileSync(`/proc/${pid}/cmdline`, "utf8")] : [];
    } catch {
      // Gone meanwhile.
      return [];
    }
  });
}

import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type SecureVersion } from "node:tls";
import { inspect } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { certificates } from "./certificates.fixture.ts";
import { createHttpServer } from "./create-http-server.ts";
import { listen } from "./serve.fixture.ts";
import { readTls } from "./tls.ts";

const folder = mkdtempSync(join(tmpdir(), "rollcall-tls-"));
afterAll(() => rmSync(folder, { recursive: true }));
const files = { certFile: join(folder, "tls.crt"), keyFile: join(folder, "tls.key") };

const damagedKey = {
  ...certificates.first,
  key: certificates.first.key.replace(/^(.*\n.{20})./, "$1!"),
};
const encryptedKey = {
  ...certificates.first,
  key: createPrivateKey(certificates.first.key)
    .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "c4n4ry" })
    .toString(),
};

function write({ cert, key }: { cert: string; key: string }): void {
  writeFileSync(files.certFile, cert);
  writeFileSync(files.keyFile, key);
}

async function serveTls(onTlsError: (error: unknown) => void = () => undefined): Promise<number> {
  write(certificates.first);
  const listener = createHttpServer({
    listener: (_request, response) => response.end("done"),
    tls: files,
    onTlsError,
    timeouts: { checkIntervalMs: 10 },
  });
  return await listen(listener);
}

/** The name in the certificate that the server shows. */
async function shownName(port: number, maxVersion: SecureVersion = "TLSv1.3"): Promise<string> {
  const ciphers = "DEFAULT:@SECLEVEL=0";
  const socket = connect({
    port,
    host: "127.0.0.1",
    rejectUnauthorized: false,
    minVersion: "TLSv1",
    maxVersion,
    ciphers,
  });
  await once(socket, "secureConnect");
  const { subject } = socket.getPeerCertificate();
  socket.destroy();
  return String(subject.CN);
}

describe("TLS", () => {
  it("is spoken from version 1.2 on", async () => {
    const port = await serveTls();
    expect(await shownName(port, "TLSv1.2")).toBe("first.test");
    await expect(shownName(port, "TLSv1.1")).rejects.toThrow(/alert|protocol/i);
  });

  it("uses a new certificate as soon as its files change, without closing anything", async () => {
    const port = await serveTls();
    write(certificates.second);
    await expect.poll(() => shownName(port)).toBe("second.test");
  });

  it("stays with what it has when the new files cannot be used", async () => {
    const failed = Promise.withResolvers<unknown>();
    const port = await serveTls(failed.resolve);
    writeFileSync(files.certFile, "no certificate");
    expect(await failed.promise).toBeInstanceOf(Error);
    expect(await shownName(port)).toBe("first.test");
  });

  it.each([
    ["no certificate", { ...certificates.first, cert: "c4n4ry" }, `${files.certFile} holds no certificate in PEM`],
    ["a damaged key", damagedKey, `${files.keyFile} holds no private key in PEM without a passphrase`],
    ["an encrypted key", encryptedKey, `${files.keyFile} holds no private key in PEM without a passphrase`],
    ["nothing", { cert: "", key: "" }, `${files.certFile} holds no certificate in PEM`],
    [
      "the key of another certificate",
      { cert: certificates.first.cert, key: certificates.second.key },
      `the private key in ${files.keyFile} does not fit the certificate in ${files.certFile}, or one of them is too weak`,
    ],
  ])("refuses files that hold %s, in one sentence without what they hold", (_, pems, sentence) => {
    write(pems);
    const error = errorOf(() => readTls(files));
    expect(error.message).toBe(sentence);
    // Whoever logs it logs its cause as well.
    const shown = inspect(error, { depth: Infinity });
    expect(linesOf(pems).filter((line) => shown.includes(line))).toEqual([]);
  });

  it("refuses files that are not there", () => {
    expect(() => readTls({ ...files, keyFile: join(folder, "none") })).toThrow("ENOENT");
  });
});

/** What a PEM file is made of, but for its headings. */
function linesOf({ cert, key }: { cert: string; key: string }): string[] {
  return `${cert}\n${key}`.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));
}

function errorOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

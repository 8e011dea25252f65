import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync, type StatsListener, unwatchFile, watchFile } from "node:fs";
import type { Server } from "node:https";
import { createSecureContext, type SecureContextOptions } from "node:tls";

/** A certificate with its chain, and its private key, both PEM. */
export interface TlsFiles {
  readonly certFile: string;
  readonly keyFile: string;
}

const MIN_TLS_VERSION = "TLSv1.2";
/** Certificates are renewed days before they expire. */
const CHECK_INTERVAL_MS = 5_000;

/**
 * The settings of a TLS server.
 * @throws Error that says which file cannot be read, is no PEM, or that the key is another's; never what is in a file.
 */
export function readTls(files: TlsFiles): SecureContextOptions {
  const pems = { cert: readFileSync(files.certFile), key: readFileSync(files.keyFile) };
  const options = { ...pems, minVersion: MIN_TLS_VERSION } as const;
  try {
    createSecureContext(options);
  } catch (cause) {
    throw new Error(problemOf(pems, files), { cause });
  }
  return options;
}

/** OpenSSL's own words name neither the file nor what is wrong with it. */
function problemOf({ cert, key }: { cert: Buffer; key: Buffer }, { certFile, keyFile }: TlsFiles): string {
  if (fails(() => new X509Certificate(cert))) return `${certFile} holds no certificate in PEM`;
  if (fails(() => createPrivateKey(key))) return `${keyFile} holds no private key in PEM without a passphrase`;
  return `the private key in ${keyFile} does not fit the certificate in ${certFile}, or one of them is too weak`;
}

function fails(parse: () => unknown): boolean {
  try {
    parse();
    return false;
  } catch {
    return true;
  }
}

export interface WatchTlsOptions {
  readonly files: TlsFiles;
  /** Told of files that changed and cannot be used; the server stays with what it has. */
  readonly onError: (error: unknown) => void;
  readonly checkIntervalMs?: number | undefined;
}

/** Has new connections use what is in the files, whenever they change, as long as the server is open. */
export function watchTls(server: Server, { files, onError, checkIntervalMs }: WatchTlsOptions): void {
  const paths = [files.certFile, files.keyFile];
  const reload: StatsListener = () => {
    try {
      server.setSecureContext(readTls(files));
    } catch (error) {
      onError(error);
    }
  };
  for (const path of paths)
    watchFile(path, { interval: checkIntervalMs ?? CHECK_INTERVAL_MS, persistent: false }, reload);
  server.once("close", () => {
    for (const path of paths) unwatchFile(path, reload);
  });
}

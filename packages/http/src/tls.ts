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

/** The settings of a TLS server. @throws Error when a file cannot be read, is no PEM, or the key is another's. */
export function readTls({ certFile, keyFile }: TlsFiles): SecureContextOptions {
  const options = { cert: readFileSync(certFile), key: readFileSync(keyFile), minVersion: MIN_TLS_VERSION } as const;
  createSecureContext(options);
  return options;
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

const BASE_SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
};

/** No flush to disk, and no background work that would make a short test run uneven. */
const EPHEMERAL_SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  autovacuum: "off",
  max_wal_size: "4GB",
  checkpoint_timeout: "1h",
};

/** What `postgres -c name=value` is given; the caller's settings win. */
export function serverSettings(
  ephemeral: boolean,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { ...BASE_SETTINGS, ...(ephemeral ? EPHEMERAL_SETTINGS : {}), ...extra };
}

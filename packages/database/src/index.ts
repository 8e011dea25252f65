export { BackupError } from "./backup/backup-error.ts";
export type { TableCount } from "./backup/backup-format.ts";
export { restoreBackup, type RestoreBackupOptions } from "./backup/restore-backup.ts";
export { writeBackup, type WriteBackupOptions } from "./backup/write-backup.ts";
export * from "./embedded-postgres/default-data-dir.ts";
export * from "./embedded-postgres/embedded-postgres.ts";
export * from "./migration/migrate.ts";
export * from "./migration/setup-error.ts";
export * from "./open-database.ts";

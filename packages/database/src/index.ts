export * from "./embedded-postgres/default-data-dir.ts";
export * from "./embedded-postgres/embedded-postgres.ts";
export * from "./migration/migrate.ts";
export * from "./migration/setup-error.ts";
export * from "./open-database.ts";

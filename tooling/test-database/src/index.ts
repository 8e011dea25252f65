export { type Connection, connectTo } from "./connect-to.ts";
export { testBinariesDir } from "./test-binaries-dir.ts";
export { type TestDatabase, useDatabase } from "./use-database.ts";

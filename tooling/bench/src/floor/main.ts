import { z } from "zod";
import { serveFloor } from "./serve-floor.ts";

const databaseUrls = z.record(z.string(), z.string()).parse(JSON.parse(process.env.DATABASE_URLS ?? "{}"));
process.once("SIGTERM", () => process.exit(0));
console.log(`ready on ${await serveFloor(databaseUrls)}`);

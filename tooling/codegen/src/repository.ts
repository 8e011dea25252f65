import { fileURLToPath } from "node:url";

/** This clone; ends with a slash. */
export const repository = fileURLToPath(new URL("../../../", import.meta.url));

import { z } from "zod";
import type { Directory, StepContext } from "./scenario.ts";

/** What Okta asks for. */
export const PAGE_SIZE = 100;

const pageSchema = z.object({ Resources: z.array(z.unknown()).default([]), nextCursor: z.string().optional() });

/** All users as Okta reads them: page after page by startIndex. @throws Error when some are missing. */
export async function importByIndex({ client, directory }: StepContext): Promise<void> {
  let seen = 0;
  for (let startIndex = 1; startIndex <= directory.size; startIndex += PAGE_SIZE) {
    const path = `/Users?startIndex=${startIndex}&count=${PAGE_SIZE}`;
    const bytes = await client.send({ method: "GET", path, token: directory.token });
    seen += pageSchema.parse(JSON.parse(bytes.toString())).Resources.length;
  }
  requireAll(seen, directory);
}

/** All users by the cursors of RFC 9865. @throws Error when some are missing. */
export async function importByCursor({ client, directory }: StepContext): Promise<void> {
  let seen = 0;
  for (let cursor: string | undefined = ""; cursor !== undefined;) {
    const path = `/Users?cursor=${encodeURIComponent(cursor)}&count=${PAGE_SIZE}`;
    const bytes = await client.send({ method: "GET", path, token: directory.token });
    const page = pageSchema.parse(JSON.parse(bytes.toString()));
    seen += page.Resources.length;
    cursor = page.nextCursor;
  }
  requireAll(seen, directory);
}

function requireAll(seen: number, { size }: Directory): void {
  if (seen < size) throw new Error(`an import found ${seen} of ${size} users`);
}

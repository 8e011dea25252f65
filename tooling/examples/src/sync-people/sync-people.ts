import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { OpenApiCaller, OpenApiInput } from "./create-open-api-caller.ts";

/** What the file holds. */
export interface SyncedPeople {
  /** The sequence of the last event that was dealt with; the next run goes on after it. */
  readonly after: number;
  /** By id. */
  readonly people: Readonly<Record<string, Person>>;
}

interface Person {
  readonly userName: string;
  readonly active: boolean;
}

interface SyncOptions {
  readonly call: OpenApiCaller;
  readonly tenantId: string;
  /** A path; the file is made by the first run. */
  readonly file: string;
}

const PAGE_SIZE = 500;
const OK = 200;
const NOT_FOUND = 404;

/**
 * Brings the file up to date with the people of a tenant, by the events since the last run. Whatever an event says, the
 * person is read anew: a run that was cut short and repeats a page ends with the same file.
 */
export async function syncPeople({ call, tenantId, file }: SyncOptions): Promise<SyncedPeople> {
  let synced: SyncedPeople = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { after: 0, people: {} };
  for (;;) {
    const page = await readEvents(call, { tenantId, after: synced.after, limit: PAGE_SIZE });
    if (page.items.length === 0) return synced;
    const people = new Map(Object.entries(synced.people));
    const changed = page.items
      .filter(({ resourceType }) => resourceType === "user")
      .map(({ resourceId }) => resourceId);
    for (const userId of new Set(changed)) {
      const person = await readPerson(call, { tenantId, userId });
      if (person === undefined) people.delete(userId);
      else people.set(userId, person);
    }
    synced = { after: page.nextCursor, people: Object.fromEntries(people) };
    save(file, synced);
  }
}

interface EventPage {
  readonly items: readonly { readonly resourceType: string; readonly resourceId: string }[];
  readonly nextCursor: number;
}

async function readEvents(call: OpenApiCaller, input: OpenApiInput): Promise<EventPage> {
  const { status, text } = await call("listEvents", input);
  if (status !== OK) throw new Error(`The feed cannot be read: ${text}`);
  return JSON.parse(text);
}

async function readPerson(call: OpenApiCaller, input: OpenApiInput): Promise<Person | undefined> {
  const { status, text } = await call("getUser", input);
  if (status === NOT_FOUND) return undefined;
  if (status !== OK) throw new Error(`A person cannot be read: ${text}`);
  const { userName, active } = JSON.parse(text);
  return { userName, active };
}

/** Renamed into place, so that a crash leaves the old file or the new one. */
function save(file: string, synced: SyncedPeople): void {
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${JSON.stringify(synced, null, 2)}\n`);
  renameSync(unfinished, file);
}

import { createRollcallClient, toRollcallError } from "@rollcall/client";

/** A page that lists the people of a tenant through the typed client. It keeps the credential in its form only. */
const PAGE_SIZE = 20;

const form = find("#query", HTMLFormElement);
const list = find("#people", HTMLUListElement);
const more = find("#more", HTMLButtonElement);
const status = find("[role=status]", HTMLElement);

type Page = Awaited<ReturnType<typeof readPage>>;

/** Stops what is on its way for an older question, so that its answer does not land among the new ones. */
let current = new AbortController();
let next: string | undefined;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.replaceChildren();
  void show();
});
more.addEventListener("click", () => void show(next));

async function show(cursor?: string): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  more.hidden = true;
  status.textContent = "Loading…";
  try {
    const page = await readPage({ cursor, signal });
    if (!signal.aborted) append(page);
  } catch (error) {
    if (!signal.aborted) status.textContent = sentenceFor(error);
  }
}

async function readPage({ cursor, signal }: { cursor: string | undefined; signal: AbortSignal }) {
  const rollcall = createRollcallClient({ url: valueOf("url"), credential: valueOf("credential") });
  const query = { tenantId: valueOf("tenantId"), search: valueOf("search") || undefined, cursor, limit: PAGE_SIZE };
  return await rollcall.users.list.query(query, { signal });
}

function valueOf(name: string): string {
  return find(`#query [name=${name}]`, HTMLInputElement).value.trim();
}

/** `textContent` takes names as text, whatever they hold. */
function append({ items, nextCursor }: Page): void {
  for (const { userName, profile, active } of items) {
    const item = document.createElement("li");
    item.textContent = `${profile.displayName ?? userName} (${userName})${active ? "" : ", deactivated"}`;
    list.append(item);
  }
  status.textContent = list.childElementCount === 0 ? "Nobody found." : `${list.childElementCount} people shown.`;
  next = nextCursor ?? undefined;
  more.hidden = next === undefined;
}

function sentenceFor(error: unknown): string {
  return toRollcallError(error)?.message ?? "The server cannot be reached.";
}

function find<TElement extends Element>(selector: string, type: new () => TElement): TElement {
  const element = document.querySelector(selector);
  if (element instanceof type) return element;
  throw new Error(`The page has no ${selector}.`);
}

import type { Material } from "./material.ts";
import { mutateText } from "./mutate-text.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** What an object or a list holds; a list's keys are its indexes. */
type Entry = [key: string, value: Json];

/** JSON with one value, at any depth, changed; undefined for a text that is not an object or list in JSON. */
export function mutateJson(text: string, material: Material): string | undefined {
  const value = parse(text);
  if (!isContainer(value)) return undefined;
  return JSON.stringify(changeWithin(value, material));
}

const MAX_COPIES = 20;
const SCALARS: readonly Json[] = [null, true, false, 0, -1, 1.5, "", [], {}];

function changeWithin(value: Container, material: Material): Json {
  const { random } = material;
  const entries: Entry[] = Object.entries(value);
  const place = random.integer(entries.length);
  const entry = entries[place];
  const inner = entry?.[1];
  const goDeeper = entry !== undefined && isContainer(inner) && random.integer(4) !== 0;
  const next: Entry[] = goDeeper
    ? entries.with(place, [entry[0], changeWithin(inner, material)])
    : random.pick(CHANGES, addEntry)(entries, place, material);
  return Array.isArray(value) ? next.map(([, each]) => each) : Object.fromEntries(next);
}

type Change = (entries: Entry[], place: number, material: Material) => Entry[];

const CHANGES: readonly Change[] = [
  addEntry,
  removeEntry,
  repeatEntry,
  renameEntry,
  replaceValue,
  changeText,
  wrapValue,
];

function addEntry(entries: Entry[], place: number, material: Material): Entry[] {
  return entries.toSpliced(place, 0, [newKey(material), newValue(material)]);
}

function removeEntry(entries: Entry[], place: number): Entry[] {
  return entries.toSpliced(place, 1);
}

/** In an object the copies would be one; so they go by other names. */
function repeatEntry(entries: Entry[], place: number, material: Material): Entry[] {
  const entry = entries[place];
  if (entry === undefined) return entries;
  const { random } = material;
  const copies = 1 + (random.integer(4) === 0 ? random.integer(MAX_COPIES) : 0);
  return entries.toSpliced(place, 0, ...Array.from({ length: copies }, (): Entry => [newKey(material), entry[1]]));
}

function renameEntry(entries: Entry[], place: number, material: Material): Entry[] {
  const entry = entries[place];
  if (entry === undefined) return entries;
  const name = material.random.integer(2) === 0 ? newKey(material) : mutateText(entry[0], material);
  return entries.with(place, [name, entry[1]]);
}

function replaceValue(entries: Entry[], place: number, material: Material): Entry[] {
  const entry = entries[place];
  return entry === undefined ? entries : entries.with(place, [entry[0], newValue(material)]);
}

/** Paths and filters stand in strings. */
function changeText(entries: Entry[], place: number, material: Material): Entry[] {
  const [key, value] = entries[place] ?? [];
  if (key === undefined || typeof value !== "string") return replaceValue(entries, place, material);
  return entries.with(place, [key, mutateText(value, material)]);
}

function wrapValue(entries: Entry[], place: number, material: Material): Entry[] {
  const [key, value] = entries[place] ?? [];
  if (key === undefined || value === undefined) return entries;
  return entries.with(place, [key, material.random.integer(2) === 0 ? [value] : { [newKey(material)]: value }]);
}

/** A word of the grammar, without the marks around it. */
function newKey({ random, dictionary }: Material): string {
  const word = random.pick(dictionary, "");
  const value = parse(word.endsWith(":") ? word.slice(0, -1) : word);
  return typeof value === "string" ? value : word;
}

function newValue(material: Material): Json {
  const { random, dictionary, partner } = material;
  switch (random.integer(4)) {
    case 0:
      return random.pick(SCALARS, null);
    case 1:
      return parse(random.pick(dictionary, "")) ?? newKey(material);
    case 2:
      return newKey(material);
    default:
      return random.pick(partsOf(parse(partner) ?? null), null);
  }
}

/** A value and all within it. */
function partsOf(value: Json): Json[] {
  return isContainer(value) ? [value, ...Object.values(value).flatMap(partsOf)] : [value];
}

type Container = Json[] | { [key: string]: Json };

function isContainer(value: Json | undefined): value is Container {
  return typeof value === "object" && value !== null;
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

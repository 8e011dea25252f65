import type { Material } from "./material.ts";
import { pickRegion, toTokens } from "./tokens.ts";

/** A text with one change, in words, brackets or characters. */
export function mutateText(text: string, material: Material): string {
  return material.random.pick(CHANGES, insertWord)(toTokens(text), material).join("");
}

type Change = (tokens: readonly string[], material: Material) => string[];

const MAX_COPIES = 40;
/** Code units that end, break or hide something, and any other. */
const SPECIAL_UNITS = [0x00, 0x0a, 0x20, 0x22, 0x5c, 0x7f, 0x130, 0x212a, 0xd800, 0xdc00, 0xfeff, 0xff21];

const CHANGES: readonly Change[] = [
  insertWord,
  replaceByWord,
  removeRegion,
  repeatRegion,
  swapRegions,
  takeFromPartner,
  joinPartner,
  changeCharacter,
  changeCase,
];

function insertWord(tokens: readonly string[], { random, dictionary }: Material): string[] {
  return tokens.toSpliced(random.integer(tokens.length + 1), 0, random.pick(dictionary, ""));
}

function replaceByWord(tokens: readonly string[], { random, dictionary }: Material): string[] {
  return tokens.toSpliced(random.integer(tokens.length), 1, random.pick(dictionary, ""));
}

function removeRegion(tokens: readonly string[], { random }: Material): string[] {
  const { start, end } = pickRegion(tokens, random);
  return tokens.toSpliced(start, end - start);
}

/** Lists grow so, and nesting. */
function repeatRegion(tokens: readonly string[], { random }: Material): string[] {
  const { start, end } = pickRegion(tokens, random);
  const glue = random.pick(["", ",", " and ", " or "], "");
  const copies = 1 + (random.integer(4) === 0 ? random.integer(MAX_COPIES) : 0);
  return tokens.toSpliced(end, 0, (glue + tokens.slice(start, end).join("")).repeat(copies));
}

function swapRegions(tokens: readonly string[], { random }: Material): string[] {
  const [first, second] = [pickRegion(tokens, random), pickRegion(tokens, random)];
  const [left, right] = first.start < second.start ? [first, second] : [second, first];
  if (left.end > right.start) return [...tokens];
  return [
    ...tokens.slice(0, left.start),
    ...tokens.slice(right.start, right.end),
    ...tokens.slice(left.end, right.start),
    ...tokens.slice(left.start, left.end),
    ...tokens.slice(right.end),
  ];
}

function takeFromPartner(tokens: readonly string[], { random, partner }: Material): string[] {
  const others = toTokens(partner);
  const [here, there] = [pickRegion(tokens, random), pickRegion(others, random)];
  return tokens.toSpliced(here.start, here.end - here.start, ...others.slice(there.start, there.end));
}

function joinPartner(tokens: readonly string[], { random, partner }: Material): string[] {
  const others = toTokens(partner);
  return [...tokens.slice(0, random.integer(tokens.length + 1)), ...others.slice(random.integer(others.length))];
}

function changeCharacter(tokens: readonly string[], { random }: Material): string[] {
  const place = random.integer(tokens.length);
  const token = tokens[place] ?? "";
  const index = random.integer(token.length + 1);
  const unit = random.integer(2) === 0 ? random.pick(SPECIAL_UNITS, 0) : random.integer(0x80);
  const skipped = random.integer(2);
  return tokens.toSpliced(place, 1, token.slice(0, index) + String.fromCharCode(unit) + token.slice(index + skipped));
}

function changeCase(tokens: readonly string[], { random }: Material): string[] {
  const place = random.integer(tokens.length);
  const token = tokens[place] ?? "";
  return tokens.toSpliced(place, 1, token === token.toLowerCase() ? token.toUpperCase() : token.toLowerCase());
}

import { isIP } from "node:net";
import { z } from "zod";
import { parts } from "./parts.ts";

// What a setting may be. An error's message says what is allowed and completes "it must be …".

const MAX_PORT = 65_535;
const MAX_WORKERS = 128;
const MAX_CONNECTIONS = 10_000;
/** In characters; that of hexadecimal digits is 128 bits. */
export const MIN_PEPPER_LENGTH = 32;

export const port = z
  .string()
  .regex(/^\d{1,5}$/, "a port from 0 to 65535, where 0 is any free one")
  .transform(Number)
  .refine((number) => number <= MAX_PORT, "a port from 0 to 65535, where 0 is any free one");

export const httpUrl = z
  .string()
  .refine((text) => isHttpUrl(text) && !/[?#]/.test(text), "an http or https URL without a query")
  .transform((text) => text.replace(/\/+$/, ""));

/** Some issuers publish their keys under a query. */
export const httpUrlWithQuery = z.string().refine(isHttpUrl, "an http or https URL");

function isHttpUrl(text: string): boolean {
  return /^https?:$/.test(URL.parse(text)?.protocol ?? "");
}

export function wholeNumber(max: number, min = 0): z.ZodType<number, string> {
  const sentence = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,10}$/, sentence)
    .transform(Number)
    .refine((number) => number >= min && number <= max, sentence);
}

export const numberOfWorkers = wholeNumber(MAX_WORKERS, 1);
export const numberOfConnections = wholeNumber(MAX_CONNECTIONS, 1);

export const postgresUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ""),
    "a URL like postgres://user:password@host:5432/database",
  );

export const onOrOff = z.enum(["on", "off"], "on or off").transform((word) => word === "on");

export const nonEmptyText = z.string().min(1, "a text that is not empty");
export const filePath = z.string().min(1, "the path of a file");
export const folderPath = z.string().min(1, "the path of a folder");

export const pepper = z.string().min(MIN_PEPPER_LENGTH, `a secret of at least ${MIN_PEPPER_LENGTH} characters`);

const commaSeparated = z.string().transform((text) => text.split(",").map((part) => part.trim()));

/** In the order of `parts`, each once. */
export const partNames = commaSeparated
  .refine(
    (names) => names.every((name) => parts.some((part) => part === name)),
    `one or several of ${parts.join(", ")}`,
  )
  .transform((names) => parts.filter((part) => names.includes(part)));

export const proxies = commaSeparated.refine(
  (networks) => networks.every(isNetwork),
  "a list of IP addresses and CIDR ranges, with commas between them",
);

/** `192.0.2.1` or `2001:db8::/32`. A range of everything is none: it would let every client choose its address. */
function isNetwork(text: string): boolean {
  const [, address = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  const maxBits = version === 4 ? 32 : 128;
  return version !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= maxBits));
}

export const origins = commaSeparated.refine(
  (texts) => texts.every((text) => isHttpUrl(text) && URL.parse(text)?.origin === text),
  "a list of origins like https://app.example.com, with commas between them",
);

import { isIP } from "node:net";
import { z } from "zod";

// What a setting may be. An error's message says what is allowed and completes "it must be …".

const MAX_PORT = 65_535;
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

export function wholeNumber(max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,10}$/, `a whole number from 0 to ${max}`)
    .transform(Number)
    .refine((number) => number <= max, `a whole number from 0 to ${max}`);
}

export const onOrOff = z.enum(["on", "off"], "on or off").transform((word) => word === "on");

export const nonEmptyText = z.string().min(1, "a text that is not empty");
export const filePath = z.string().min(1, "the path of a file");
export const folderPath = z.string().min(1, "the path of a folder");

export const pepper = z.string().min(MIN_PEPPER_LENGTH, `a secret of at least ${MIN_PEPPER_LENGTH} characters`);

const commaSeparated = z.string().transform((text) => text.split(",").map((part) => part.trim()));

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

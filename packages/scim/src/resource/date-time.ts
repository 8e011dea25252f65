// xsd:dateTime (RFC 7643 §2.3.5); the zone may be missing, then it is UTC.
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?$/iu;

/** The years 1 to 9999: all that can be written back, and that databases know. */
const MIN_TIME_MS = Date.parse("0001-01-01T00:00:00Z");
const MAX_TIME_MS = Date.parse("9999-12-31T23:59:59.999Z");

/** Milliseconds since 1970 of an xsd:dateTime, or undefined if it is not one of our time. */
export function parseDateTime(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, local = "", zone = "Z"] = match;
  const time = Date.parse(`${local}${zone}`.toUpperCase());
  return time >= MIN_TIME_MS && time <= MAX_TIME_MS ? time : undefined;
}

/** The same point in time in UTC with milliseconds, the one spelling that every reader understands alike. */
export function canonicalDateTime(text: string): string | undefined {
  const time = parseDateTime(text);
  return time === undefined ? undefined : new Date(time).toISOString();
}

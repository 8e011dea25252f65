// xsd:dateTime (RFC 7643 §2.3.5); the zone may be missing, then it is UTC.
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?$/iu;

/** Milliseconds since 1970 of an xsd:dateTime, or undefined if it is not one. */
export function parseDateTime(text: string): number | undefined {
  const match = DATE_TIME.exec(text);
  if (match === null) return undefined;
  const [, local = "", zone = "Z"] = match;
  const time = Date.parse(`${local}${zone}`.toUpperCase());
  return Number.isNaN(time) ? undefined : time;
}

export function isDateTime(text: string): boolean {
  return parseDateTime(text) !== undefined;
}

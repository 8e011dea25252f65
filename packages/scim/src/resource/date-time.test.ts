import { describe, expect, it } from "vitest";
import { parseDateTime } from "./date-time.ts";

describe("parseDateTime", () => {
  it.each([
    ["2024-01-31T08:00:00Z", "2024-01-31T08:00:00.000Z"],
    ["2024-01-31T08:00:00.123456789Z", "2024-01-31T08:00:00.123Z"],
    ["2024-01-31T08:00:00+02:00", "2024-01-31T06:00:00.000Z"],
    ["2024-01-31T08:00:00", "2024-01-31T08:00:00.000Z"],
    ["2024-01-31t08:00:00z", "2024-01-31T08:00:00.000Z"],
  ])("reads %s", (text, utc) => {
    expect(parseDateTime(text)).toBe(Date.parse(utc));
  });

  it.each([
    "",
    "yesterday",
    "2024-01-31",
    "2024-13-01T00:00:00Z",
    "2024-01-31T25:00:00Z",
    "31 Jan 2024",
    "1",
    "0000-06-01T00:00:00Z",
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:00:00-02:00",
  ])("refuses %j", (text) => {
    expect(parseDateTime(text)).toBeUndefined();
  });
});

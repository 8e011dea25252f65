import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { findBreakingChanges } from "./find-breaking-changes.ts";
import { generatedDocument } from "./generated-document.fixture.ts";
import type { OpenApi } from "./openapi.ts";

const baseline = new URL("../../../packages/rpc/openapi.released.json", import.meta.url);

const advice = `The API no longer keeps what packages/rpc/openapi.released.json promises its callers. Either stay
compatible (add instead of change; keep the old beside the new), or release a new major version of the API and copy
packages/rpc/openapi.json over packages/rpc/openapi.released.json in the same commit.`;

it("the API keeps what the last release promised", () => {
  const released: OpenApi = JSON.parse(readFileSync(baseline, "utf8"));
  const changes = findBreakingChanges(released, generatedDocument).map(({ at, change }) => `${at}: ${change}`);
  expect(changes, advice).toEqual([]);
});

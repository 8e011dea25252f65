import { describe, expect, it } from "vitest";
import { assertPlatformOwned } from "./platform-owned.ts";

describe("what the identity provider pushed", () => {
  it("is refused to the platform, and what the platform made is not", () => {
    expect(() => assertPlatformOwned("user", { id: "1", origin: "idp" })).toThrow(
      expect.objectContaining({ refusal: { code: "idp_owned", resource: "user", id: "1" } }),
    );
    expect(() => assertPlatformOwned("group", { id: "1", origin: "platform" })).not.toThrow();
  });
});

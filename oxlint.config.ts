import { defineConfig } from "oxlint";
import { boundaries } from "@rollcall/lint";

export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "promise", "node", "vitest"],
  categories: { correctness: "error", suspicious: "error" },
  rules: {
    eqeqeq: "error",
    "max-params": ["error", { max: 3 }],
    "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
    "no-console": "error",
    "import/no-cycle": "error",
    "import/no-default-export": "error",
    "import/no-unassigned-import": "off",
    "node/no-process-env": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/no-unsafe-type-assertion": "error",
    "unicorn/filename-case": ["error", { case: "kebabCase" }],
    "vitest/no-disabled-tests": "error",
    "vitest/no-focused-tests": "error",
    // The compiler checks that every path returns; this rule does not see that a switch is exhaustive.
    "typescript/consistent-return": "off",
    "no-unused-vars": ["error", { ignoreRestSiblings: true, argsIgnorePattern: "^_" }],
    "vitest/expect-expect": ["error", { assertFunctionNames: ["expect*"] }],
    "vitest/valid-expect": ["error", { maxArgs: 2 }],
    "import/no-named-as-default-member": "off",
    "no-shadow": "off",
    "no-await-in-loop": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/consistent-function-scoping": "off",
  },
  overrides: [
    ...boundaries,
    {
      // The protocol package is pure: no I/O, no clock, no randomness.
      files: ["packages/scim/src/**/*.ts"],
      rules: {
        "no-restricted-globals": ["error", "fetch", "process", "setTimeout", "setInterval", "crypto", "performance"],
      },
    },
    { files: ["**/*.test.ts"], rules: { "max-lines-per-function": "off" } },
    { files: ["**/env.ts", "tooling/**", "**/*.test.ts"], rules: { "node/no-process-env": "off" } },
    { files: ["apps/cli/**", "tooling/**"], rules: { "no-console": "off" } },
    { files: ["*.config.ts"], rules: { "import/no-default-export": "off" } },
  ],
  ignorePatterns: ["**/dist/**", "tooling/bootstrap/**", "packages/client/src/rest/openapi.ts"],
});

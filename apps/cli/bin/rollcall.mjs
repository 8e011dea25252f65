#!/usr/bin/env node
// Entry of `npx rollcall`: runs on the host's Node, 20 or newer, and hands over to the Node that the workspace brings.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const REPO_ROOT = new URL("../../../", import.meta.url);
const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const NODE = fileURLToPath(new URL(`node_modules/node-linux-${process.arch}/bin/node`, REPO_ROOT));
/** Compiling the TypeScript takes most of the time of a short command. */
const COMPILE_CACHE = fileURLToPath(new URL("node_modules/.cache/rollcall", REPO_ROOT));
const FORWARDED_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

if (existsSync(NODE)) {
  // Handed on, not read.
  // oxlint-disable-next-line node/no-process-env
  const env = { NODE_COMPILE_CACHE: COMPILE_CACHE, ...process.env };
  const child = spawn(NODE, [MAIN, ...process.argv.slice(2)], { stdio: "inherit", env });
  for (const signal of FORWARDED_SIGNALS) process.on(signal, () => child.kill(signal));
  child.once("error", (error) => fail(`Rollcall's own Node does not start: ${error.message}.`));
  child.once("exit", (code, signal) => {
    // As shells have it: 128 and the signal's number.
    process.exitCode = signal ? 128 + constants.signals[signal] : code;
  });
} else {
  fail(`Rollcall is not installed yet: run npm start in ${fileURLToPath(REPO_ROOT)} once.`);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

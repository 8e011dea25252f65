import { cpus, release, totalmem } from "node:os";

/** What figures were measured on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly kernel: string;
  readonly node: string;
  readonly postgres: string;
  /** Which process had which core. */
  readonly pinning: string;
}

const BYTES_PER_GB = 1_024 ** 3;

export function describeMachine({ postgres, pinning }: Pick<Machine, "postgres" | "pinning">): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    // All of them, whichever this process may use.
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / BYTES_PER_GB),
    kernel: release(),
    node: process.versions.node,
    postgres,
    pinning,
  };
}

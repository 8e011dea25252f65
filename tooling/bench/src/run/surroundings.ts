import type { Preset } from "../presets/preset.ts";
import type { Pinning } from "../servers/pinning.ts";

/** What opening a server needs. */
export interface Surroundings {
  /** A folder that goes when the world closes. */
  readonly dir: string;
  readonly preset: Preset;
  readonly pinning: Pinning;
  /** Connection string of a superuser. */
  readonly urlOf: (database?: string) => string;
  readonly pepper: string;
  /** What closes with the world. */
  readonly opened: AsyncDisposableStack;
  readonly onProgress: (message: string) => void;
}

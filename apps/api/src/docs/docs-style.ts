import { createHash } from "node:crypto";
import { Html } from "./html.ts";

const sheet = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --dim: color-mix(in srgb, currentColor 65%, transparent); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { margin-bottom: 0.25rem; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); padding-bottom: 0.25rem; }
h3 { margin: 2.25rem 0 0.25rem; }
nav ul { columns: 16rem; list-style: none; padding: 0; }
code { font: 0.9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
.route { display: block; margin: 0.25rem 0 0.5rem; padding: 0.4rem 0.6rem; border: 1px solid var(--line); border-radius: 0.4rem; }
.dim { color: var(--dim); }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1rem; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line); }
thead th { font-weight: 600; color: var(--dim); }
tbody th { font-weight: 400; white-space: nowrap; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid var(--line); border-radius: 0.4rem; }
`;

/** What the content security policy lets through: this sheet and no other. */
export const docsStyleHash = `sha256-${createHash("sha256").update(sheet).digest("base64")}`;

/** The reference page's style sheet; it stands inline, so that the page needs nothing else. */
export const docsStyle = new Html(`<style>${sheet}</style>`);

import type { Roster } from "./okta-apps/roster.ts";
import { customApp } from "./okta-apps/custom-app.ts";
import { testApp } from "./okta-apps/test-app.ts";
import type { AppBehaviour } from "./okta-apps/app-behaviour.ts";
import type { HeaderProfile } from "./client/headers.ts";
import { createScimClient, type ScimClient } from "./client/scim-client.ts";
import { openTransport } from "./client/transport.ts";
import { planCompanies } from "./plan-companies.ts";
import { playStory } from "./play-story.ts";
import { provisioned } from "./provisioned.ts";
import type { Report } from "./report/report.ts";
import type { OktaApp, Step } from "./report/step.ts";
import type { AppRun } from "./rows/app-run.ts";
import { createStage } from "./stage/stage.ts";
import { playBetaSuite } from "./suites/beta-suite.ts";
import { playCrudSuite } from "./suites/crud-suite.ts";
import { playSpecSuite } from "./suites/spec-suite.ts";

export interface SimulationOptions {
  /** SCIM base URL, e.g. `http://127.0.0.1:4001/scim`. */
  readonly url: string;
  readonly token: string;
  /** People and groups over all apps together. */
  readonly users: number;
  readonly groups: number;
  /** The same seed gives the same companies, so a second run finds the first one's people. */
  readonly seed: number;
  readonly apps: readonly OktaApp[];
  /** Told of each step when it is done. */
  readonly onStep?: (step: Step) => void;
}

/**
 * Plays Okta against a SCIM server: every app's whole story, then Okta's published suites.
 * @throws RangeError when the URL is none, the token is empty, or there are too few people or groups for the story.
 * @throws TransportError when no server listens.
 */
export async function simulateOkta(options: SimulationOptions): Promise<Report> {
  const { token, onStep } = options;
  if (token === "") throw new RangeError("The token is empty.");
  const startedAt = performance.now();
  const companies = planCompanies(options);
  const baseUrl = baseUrlOf(options.url);
  const stage = createStage((step) => onStep?.(step));
  const transport = openTransport();
  const clientFor = (profile: HeaderProfile, space: AppBehaviour["space"] = "%20"): ScimClient =>
    createScimClient({ transport, baseUrl, token, profile, space });

  const runs: AppRun[] = [];
  const probes: string[] = [];
  try {
    for (const { app, company, cast } of companies) {
      const behaviour = behaviours[app];
      const roster: Roster = { accounts: new Map(), groups: new Map() };
      const run = { app: behaviour, client: clientFor("okta", behaviour.space), company, cast, roster, stage };
      await playStory(run);
      runs.push(run);
      probes.push(await playCrudSuite(run, clientFor("reader")));
    }
    const suite = { stage, client: clientFor("suite") };
    probes.push(await playSpecSuite(suite), await playBetaSuite(suite));
  } finally {
    transport.close();
  }
  return { ...stage.record(), ...provisioned(runs), probes, durationMs: Math.round(performance.now() - startedAt) };
}

function baseUrlOf(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/u.test(parsed.protocol))
    throw new RangeError(`The SCIM base URL must be an http(s) URL, not ${url}.`);
  return `${parsed.origin}${parsed.pathname}`.replace(/\/+$/u, "");
}

const behaviours = { "test-app": testApp, "custom-app": customApp } as const satisfies Record<OktaApp, AppBehaviour>;

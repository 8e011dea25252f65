import { text } from "node:stream/consumers";
import {
  type OktaApp,
  renderReport,
  renderStep,
  type Report,
  simulateOkta,
  type Step,
  TransportError,
} from "@rollcall/okta";
import { type Command, Option } from "commander";
import { CliError } from "../output/cli-error.ts";
import { printResult } from "../output/print-result.ts";
import { untilAborted } from "../process/until-aborted.ts";
import { watchStopSignals } from "../process/watch-stop-signals.ts";
import { type CommandContext, connect } from "./command-context.ts";
import { resultCommand, type ResultOptions, wholeNumber } from "./options.ts";
import { issueSimulatorToken } from "./simulator-token.ts";

interface OktaOptions extends ResultOptions {
  readonly tenant?: string;
  readonly tokenStdin?: true;
  readonly users: number;
  readonly groups: number;
  readonly seed: number;
  readonly app: keyof typeof apps;
}

const apps = {
  "test-app": ["test-app"],
  "custom-app": ["custom-app"],
  both: ["test-app", "custom-app"],
} as const satisfies Record<string, readonly OktaApp[]>;

export function addSimulate(program: Command, context: CommandContext): void {
  const simulate = program.command("simulate").description("play an identity provider");

  resultCommand(simulate, "okta", "play Okta against SCIM, and say what was asked, answered and required")
    .option("--tenant <id>", "the tenant to push to; a token is made for the run and revoked after it")
    .option("--token-stdin", "use the token on stdin instead")
    .option("--users <n>", "people to push", wholeNumber, 40)
    .option("--groups <n>", "groups to push", wholeNumber, 6)
    .option("--seed <n>", "the same seed makes the same people", wholeNumber, 1)
    .addOption(new Option("--app <app>", "which of Okta's apps to play").choices(Object.keys(apps)).default("both"))
    .action(async (options: OktaOptions) => {
      const stop = watchStopSignals();
      await using target = await findTarget(context, options);
      const report = await Promise.race([play(target, options), interruption(stop)]);
      printResult(report, options, (report) => `\n${renderReport(report)}`);
      if (report.unmet > 0) process.exitCode = 1;
    });
}

interface Target extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
}

async function findTarget(context: CommandContext, { tenant, tokenStdin }: OktaOptions): Promise<Target> {
  const { server, client } = connect(context);
  const localUrl = server.local?.scimUrl;
  if (tokenStdin) {
    const url = localUrl ?? context.env.scimUrl;
    if (url === undefined) throw new CliError("usage", "Set ROLLCALL_SCIM_URL: where is SCIM to be played?");
    const token = (await text(process.stdin)).trim();
    return { url, token, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  if (tenant === undefined) throw new CliError("usage", "Say whom to push to: --tenant ID, or --token-stdin.");
  const issued = await issueSimulatorToken(client, tenant);
  return { url: localUrl ?? issued.tenantUrl, token: issued.token, [Symbol.asyncDispose]: () => issued.revoke() };
}

async function play({ url, token }: Target, { users, groups, seed, app, json }: OktaOptions): Promise<Report> {
  const transcript = { onStep: (step: Step) => void process.stdout.write(`${renderStep(step)}\n`) };
  try {
    return await simulateOkta({ url, token, users, groups, seed, apps: apps[app], ...(!json && transcript) });
  } catch (error) {
    if (error instanceof TransportError) throw new CliError("unreachable", error.message, { cause: error });
    if (error instanceof RangeError) throw new CliError("usage", error.message, { cause: error });
    throw error;
  }
}

async function interruption(stop: AbortSignal): Promise<never> {
  await untilAborted(stop);
  throw new CliError("interrupted", "The simulation was interrupted; what it had pushed stays.");
}

/** What the command reads from the environment. */
export interface Environment {
  /** `OKTA_SCIM_TOKEN`: the connection's token, when there is no token file. */
  readonly token: string | undefined;
}

export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  return { token: env["OKTA_SCIM_TOKEN"]?.trim() || undefined };
}

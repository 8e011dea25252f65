/** What of npm's settings says how to reach a registry, and not how to install. */
const CONNECTION_SETTING =
  /^npm_config_(registry|cache|userconfig|globalconfig|.*proxy|cafile|ca|cert|key|strict_ssl|.*_auth.*|.*:registry)$/i;

/**
 * Our environment without what `npm start` adds to it and what a user may have set for npm: pnpm and turbo would read
 * `npm_config_production`, npm's user agent or the running script's name as meant for them.
 */
export function bootstrapEnv(env) {
  const kept = Object.entries(env).filter(([name]) => !/^npm_|^INIT_CWD$/i.test(name) || CONNECTION_SETTING.test(name));
  return Object.fromEntries(kept);
}

const OLDEST_NODE = 20;

/**
 * Why this machine cannot run Rollcall, as one sentence; undefined when it can. Rollcall brings its own Node and
 * Postgres, which exist for these systems only.
 */
export function hostProblem(host) {
  const major = Number(host.versions.node.split(".")[0]);
  if (major < OLDEST_NODE)
    return "Rollcall needs Node " + OLDEST_NODE + " or newer; this is Node " + host.versions.node + ".";

  const supported = host.platform === "linux" && (host.arch === "x64" || host.arch === "arm64");
  if (!supported)
    return (
      "Rollcall runs on Linux x64 and arm64; this is " + host.platform + " " + host.arch + ": use a Linux container."
    );

  host.report.excludeNetwork = true;
  const usesGlibc = host.report.getReport().header.glibcVersionRuntime !== undefined;
  return usesGlibc ? undefined : "Rollcall needs a Linux with glibc, such as Debian or Ubuntu; this one has musl.";
}

/**
 * Does a piece of work for each of several tenants; one that fails does not hold up the others.
 * @returns how much was done in all
 * @throws AggregateError after the last of them when some failed.
 */
export async function forEachTenant<TTenant>(
  tenants: readonly TTenant[],
  work: (tenant: TTenant) => Promise<number>,
  stop: AbortSignal,
): Promise<number> {
  const errors: unknown[] = [];
  let done = 0;
  for (const tenant of tenants) {
    if (stop.aborted) break;
    try {
      done += await work(tenant);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `the work failed for ${errors.length} tenants`);
  return done;
}

import type { Endpoint } from '../shell/http/endpoint.ts';

type Described = Omit<Endpoint<never>, 'answer'>;

const dayMs = 86_400_000;
/** How long callers have to move, at the least. */
const leastDays = 365;

/**
 * Refuses a deprecation that leaves callers too little time, or nowhere to go.
 * @throws {Error} naming the endpoint and what to change
 */
export function refuseHastyDeprecations(endpoints: readonly Described[]): void {
  const paths = new Set<string>(endpoints.map(({ path }) => path));
  for (const { method, path, deprecated } of endpoints) {
    if (deprecated === undefined) continue;
    const { since, sunset, instead } = deprecated;
    const days = (Date.parse(sunset) - Date.parse(since)) / dayMs;
    if (!(days >= leastDays))
      throw new Error(
        `${method} ${path} is deprecated ${since} and may be gone ${sunset}: give callers a year`,
      );
    if (!paths.has(instead))
      throw new Error(`${method} ${path} is deprecated for ${instead}, which is no endpoint: add that first`);
  }
}

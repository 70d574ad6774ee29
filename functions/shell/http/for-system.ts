/** What an endpoint declares for every system, a path or a scope, of one; where it is no system’s, as it is. */
export function forSystem(text: string, system: string | undefined): string {
  return system === undefined ? text : text.replace('{system}', system);
}

/** News that somebody may wait for, or one of many that were sent together. */
export type Priority = 'single' | 'bulk';

/**
 * What an entry of the bus is marked with, among its resources, so that a rule can tell which way it goes. The event itself
 * does not say: it is the same news either way.
 */
export function markOf(priority: Priority): string {
  return `urn:lintel:priority:${priority}`;
}

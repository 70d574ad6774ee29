/**
 * News that somebody may wait for, one of many that were sent together, or what is announced ahead of the relay, which says it
 * again.
 */
export type Priority = 'single' | 'bulk' | 'at-once';

/**
 * What an entry of the bus is marked with, among its resources, so that a rule can tell which way it goes. The event itself
 * does not say: it is the same news either way.
 */
export function markOf(priority: Priority): string {
  return `urn:lintel:priority:${priority}`;
}

/** What a message from the bus is marked with; what is replayed is bulk. */
export function priorityOf(message: { resources: readonly string[]; isReplayed: boolean }): Priority {
  if (message.isReplayed || message.resources.includes(markOf('bulk'))) return 'bulk';
  return message.resources.includes(markOf('at-once')) ? 'at-once' : 'single';
}

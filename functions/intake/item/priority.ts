import type { Publish } from '../../shell/publisher.ts';

/** What is told as it happens comes by itself, or a few at once; more is a list that somebody has gathered. */
export const mostTogether = 50;

/**
 * Publishes what a document says. A list of many items goes the way of bulk, so that what others tell at the same time does not
 * wait behind it: whatever is urgent is sent by itself.
 */
export function publishing(publish: Publish, items: readonly unknown[]): Publish {
  return events => publish(events, items.length > mostTogether ? 'bulk' : 'single');
}

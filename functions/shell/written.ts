import type { Written } from '../core/envelope/written-event.ts';
import { HubError } from './errors.ts';

/**
 * The event that may be written.
 * @throws {HubError} naming every field that keeps it from that: the hub's own mistake, which no retry makes good.
 */
export function requireWritten<E>(result: Written<E>): E {
  if (result.ok) return result.event;
  const wrong = result.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`);
  throw new HubError(`An event cannot be written. ${wrong.join('; ')}`, { retryable: false });
}

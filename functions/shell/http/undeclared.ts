import { type Detail, type Shown, undisclosedIn } from '../../core/views/disclosure.ts';
import { HubError } from '../errors.ts';
import { logLine } from '../log.ts';
import { logLines } from '../log-lines.ts';
import type { Answering } from './endpoint.ts';

/**
 * What an endpoint shows of people is what it declares, and is written down.
 * @throws {HubError} where it shows anything else, which must not go out.
 */
export function refuseUndeclared(
  { endpoint, discloses }: Pick<Answering, 'endpoint' | 'discloses'>,
  shown: Shown<object>,
): void {
  const declared: readonly Detail[] = discloses ?? [];
  const said = shown.disclosed.map(({ detail }) => detail);
  const undeclared = said.filter(detail => !declared.includes(detail));
  const undisclosed = undisclosedIn(shown);
  if (undeclared.length === 0 && undisclosed.length === 0) return;
  const advice = [
    ...undeclared.map(detail => `add '${detail}' to its discloses`),
    ...undisclosed.map(detail => `say in disclosed of whom it shows '${detail}'`),
  ];
  logLine(logLines.answerNotDeclared, { endpoint, advice });
  throw new HubError(`${endpoint}: ${advice.join('; ')}`, { retryable: false });
}

import type { EventDraft, HomeLocator, Problem } from '../adapters/contract.ts';
import type { Resolved } from '../core/envelope/complete-event.ts';
import type { Found, Homes } from './homes.ts';

/** The homes of a draft, or why the hub cannot tell which they are. */
export type Placement =
  | { placed: true; resolved: Resolved }
  | { placed: false; reason: 'unmatched' | 'ambiguous'; problems: Problem[] };

/** Puts a draft in its place: every home that it names must be exactly one. */
export function placementOf({ home, source }: EventDraft, homes: Homes): Placement {
  const named = { home, source };
  const found = Object.entries(named).flatMap(([part, locator]) =>
    locator === undefined ? [] : [{ part, locator, answer: homes(locator) }],
  );
  const lost = found.filter(({ answer }) => answer.found !== 'one');
  if (lost.length > 0) {
    const reason = lost.some(({ answer }) => answer.found === 'none') ? 'unmatched' : 'ambiguous';
    return {
      placed: false,
      reason,
      problems: lost.map(({ part, locator, answer }) => problemOf(part, locator, answer)),
    };
  }
  return { placed: true, resolved: resolvedOf(home && homes(home), source && homes(source)) };
}

function resolvedOf(home: Found | undefined, source: Found | undefined): Resolved {
  const resolved: Resolved = {};
  if (source?.found === 'one') Object.assign(resolved, { source: source.uprn, block: source.block });
  if (home?.found === 'one') Object.assign(resolved, { home: home.uprn, block: home.block });
  return resolved;
}

/** A reference or UPRN is told back; an address is not: it may be more than an address. */
function problemOf(part: string, locator: HomeLocator, answer: Found): Problem {
  const by = { uprn: 'UPRN', reference: 'reference', address: 'address' }[locator.by];
  const received =
    locator.by === 'uprn' ? locator.uprn : locator.by === 'reference' ? locator.reference : undefined;
  const candidates = answer.found === 'several' ? answer.uprns.join(' | ') : undefined;
  return {
    path: part,
    message: `${saidOf(answer)} has this ${by}`,
    ...(candidates !== undefined && { expected: candidates }),
    ...(received !== undefined && { received }),
  };
}

function saidOf(answer: Found): string {
  if (answer.found === 'several') return 'More than one home';
  if (answer.found === 'none' && answer.retired !== undefined)
    return 'Only a retired home without a successor';
  return 'No home';
}

import type { Uprn } from '../../../schemas/reference.ts';
import type { EventDraft, HomeLocator, Problem } from '../../adapters/contract.ts';
import type { Resolved } from '../../core/envelope/subjects.ts';
import type { WaitsFor } from '../../core/quarantine/waits-for.ts';
import type { KeptCandidate } from '../../shell/tables/quarantine/item.ts';
import type { Found, Homes } from './homes.ts';
import { localKeyOf } from './local-key.ts';

/** The homes of a draft, or why the hub cannot say which they are. */
export type Placement =
  | { placed: true; resolved: Resolved }
  | ({ placed: false; reason: 'unmatched' | 'ambiguous'; problems: Problem[] } & Unplaced);

/** What has to be known before it can be placed, and the homes that may be meant. */
export interface Unplaced {
  waitsFor: WaitsFor;
  candidates: KeptCandidate[];
  /** Of something about a person: the home whose household they are of, as the system thinks. */
  soughtAt?: Uprn;
}

/** Puts a draft in its place: every home that it names must be exactly one. */
export function placementOf({ home, source }: EventDraft, homes: Homes): Placement {
  const named = { home, source };
  const found = Object.entries(named).flatMap(([part, locator]) =>
    locator === undefined ? [] : [{ part, locator, answer: homes(locator) }],
  );
  const lost = found.filter(({ answer }) => answer.found !== 'one');
  const [first] = lost;
  if (first !== undefined) {
    const reason = lost.some(({ answer }) => answer.found === 'none') ? 'unmatched' : 'ambiguous';
    return {
      placed: false,
      reason,
      problems: lost.map(({ part, locator, answer }) => problemOf(part, locator, answer)),
      waitsFor: askedAbout(first.locator, first.answer),
      candidates: candidatesOf(first.answer),
    };
  }
  return { placed: true, resolved: resolvedOf(home && homes(home), source && homes(source)) };
}

/**
 * A text that may be two homes' identifies neither: which one is meant is asked each time. Learnt for one of them, it would
 * send the other's news there, too.
 */
function askedAbout(locator: HomeLocator, { found }: Found): WaitsFor {
  const key = localKeyOf(locator);
  return locator.by === 'address' && found === 'several' ? { answer: 'home', of: key } : { home: key };
}

/** Of an address, the homes that come near it, ranked; of a reference that several homes claim, those. */
function candidatesOf(answer: Found): KeptCandidate[] {
  if (answer.found === 'one') return [];
  const claimed = answer.found === 'several' ? answer.uprns.map(uprn => ({ uprn, reasons: [] })) : [];
  return answer.candidates ?? claimed;
}

function resolvedOf(home: Found | undefined, source: Found | undefined): Resolved {
  const resolved: Resolved = {};
  if (source?.found === 'one') Object.assign(resolved, { source: source.uprn, block: source.block });
  if (home?.found === 'one') Object.assign(resolved, { home: home.uprn, block: home.block });
  const [learnt] = [home, source].flatMap(one => (one?.found === 'one' && one.learnt) || []);
  return learnt === undefined ? resolved : { ...resolved, learnt };
}

/** A reference or UPRN is echoed; an address is not: it may be more than an address. */
function problemOf(part: string, locator: HomeLocator, answer: Found): Problem {
  const by = { uprn: 'UPRN', reference: 'reference', address: 'address', 'work-order': 'work order' }[
    locator.by
  ];
  const received =
    locator.by === 'uprn' ? locator.uprn : 'reference' in locator ? locator.reference : undefined;
  const candidates = answer.found === 'several' ? answer.uprns.join(' | ') : undefined;
  const untilRaised =
    locator.by === 'work-order' ? ': it waits until the work order is raised, or names its home' : '';
  return {
    path: part,
    message: `${saidOf(answer)} has this ${by}${untilRaised}`,
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

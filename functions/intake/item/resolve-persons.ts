import { type FlagCode, flagDefinition } from '../../../schemas/flags.ts';
import type { PersonReference, Uprn } from '../../../schemas/reference.ts';
import type { EventDraft } from '../../adapters/contract.ts';
import { comparedPerson } from '../../core/identity/cross-reference.ts';
import type { Answers } from './answers.ts';
import type { Homes } from './homes.ts';
import { type FlagDraft, linkDraft } from './link-draft.ts';
import type { Persons } from './persons.ts';
import { type Question, questionAbout } from './question.ts';

/** Drafts on the persons whom they mean, and what has to be asked about the others. */
export interface Resolved {
  drafts: EventDraft[];
  question?: Question;
}

/** What is known about the homes and persons that an item names. */
export interface Known {
  persons: Persons;
  homes: Homes;
  answers: Answers;
  /** Whether the item comes in once more: what was decided about its person is said then, once. */
  isSentInAgain: boolean;
}

/**
 * Puts what is said about persons on the persons whom it means. Of somebody known to its system alone, at a home that is
 * known, the instruction shows at that home at once, to be confirmed; who of the household it is, is asked. What is said of
 * nobody marks nobody and is asked about. What protects somebody never marks a home, not even for a while.
 */
export function resolvePersons(drafts: readonly EventDraft[], known: Known): Resolved {
  const resolved = drafts.map(draft => (isAboutPerson(draft) ? resolve(draft, known) : { drafts: [draft] }));
  const links = resolved.flatMap(({ link }) => (link === undefined || !known.isSentInAgain ? [] : [link]));
  const distinct = new Map(links.map(link => [link.noticedAs, link]));
  const question = resolved.flatMap(one => one.question ?? [])[0];
  return {
    drafts: [...resolved.flatMap(one => one.drafts), ...distinct.values()],
    ...(question !== undefined && { question }),
  };
}

function isAboutPerson(draft: EventDraft): draft is FlagDraft {
  const isSaid = draft.type === 'housing.flag.asserted.v1' || draft.type === 'housing.flag.withdrawn.v1';
  return isSaid && flagDefinition(draft.data.code).hangsOn === 'person';
}

function resolve(draft: FlagDraft, { persons, homes, answers }: Known): Resolved & { link?: EventDraft } {
  const [named = answers.person] = draft.persons ?? [];
  const home = placeOf(draft, homes);
  if (named === undefined) return { drafts: [], question: questionAbout(undefined, home?.uprn) };
  const meant = persons(named);
  if (meant.as === 'registered') return { drafts: [{ ...draft, persons: [named] }] };
  const knownAs = comparedPerson(named);
  if (meant.as === 'learnt') {
    const link = linkDraft(true, { ...meant, knownAs, home });
    return { drafts: [{ ...knownBy(draft, knownAs, home?.uprn), persons: [meant.person] }], link };
  }
  return {
    drafts:
      home === undefined || !marksHomes(draft.data.code)
        ? []
        : [{ ...knownBy(draft, knownAs), persons: [], home: home.locator }],
    question: questionAbout(knownAs, home?.uprn),
    ...(meant.formerly !== undefined && {
      link: linkDraft(false, { ...meant.formerly, knownAs, home }),
    }),
  };
}

function placeOf({ livesAt }: FlagDraft, homes: Homes) {
  if (livesAt === undefined) return undefined;
  const found = homes(livesAt);
  return found.found === 'one' ? { locator: livesAt, uprn: found.uprn } : undefined;
}

function marksHomes(code: FlagCode): boolean {
  return flagDefinition(code).marksNoHome !== true;
}

/** What protects somebody never names a home. */
function knownBy(draft: FlagDraft, knownAs: PersonReference, at?: Uprn): FlagDraft {
  const knownAt = marksHomes(draft.data.code) ? at : undefined;
  return { ...draft, data: { ...draft.data, knownAs, ...(knownAt && { knownAt }) } } as FlagDraft;
}

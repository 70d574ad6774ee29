import type { SystemName, Uprn } from '../../../schemas/reference.ts';
import type { EventDraft, HomeLocator } from '../../adapters/contract.ts';
import type { Resolved } from '../../core/envelope/subjects.ts';
import { learntId } from '../../core/identity/cross-reference.ts';
import { type Candidate, homesMeant } from '../../core/identity/match-address.ts';
import { homesStandingFor } from '../../core/identity/succession.ts';
import { chunksOf } from '../../shell/chunks.ts';
import { type Directory, type LearntAs, nameOfKey } from '../../shell/tables/directory/directory-store.ts';
import { placesWithSuccessors } from '../../shell/tables/directory/succession.ts';
import { type Answers, noAnswers } from './answers.ts';
import { localKeyOf } from './local-key.ts';

/** What a locator turned out to mean. `retired` are homes that are no more and that no home succeeded. */
export type Found =
  | { found: 'one'; uprn: Uprn; block: Uprn | undefined; learnt?: Resolved['learnt'] }
  | { found: 'none'; retired?: Uprn[]; candidates?: Candidate[] }
  | { found: 'several'; uprns: Uprn[]; candidates?: Candidate[] };

/** What a look-up found; of an address also the homes that come near it. */
interface LookedUp {
  uprns: Uprn[];
  candidates?: Candidate[];
  /** What taught the hub that it is these. */
  learnt?: Resolved['learnt'];
  /** What else it may mean when none of these stands, as the hub was taught. */
  otherwise?: Taught;
}

/** The home that somebody said a key means. */
type Taught = Required<Pick<LookedUp, 'uprns' | 'learnt'>>;

/** What each locator of a document means. */
export type Homes = (locator: HomeLocator) => Found;

const lookUpsAtOnce = 25;

/**
 * Finds every home that drafts speak of: one look-up for each different locator, however often it is named. A home that
 * was merged or split up stands for those that succeeded it.
 * @param answers what was answered about this one document alone
 */
export async function findHomes(
  drafts: readonly EventDraft[],
  system: SystemName,
  directory: Directory,
  answers: Answers = noAnswers,
): Promise<Homes> {
  const locators = drafts
    .flatMap(({ home, source, livesAt }) => [home, source, livesAt])
    .filter(locator => locator !== undefined);
  const distinct = [...new Map(locators.map(locator => [nameOf(locator), locator]))];
  const learnt = await directory.learnt(
    distinct.flatMap(([, locator]) => localKeysOf(locator).map(key => ({ system, key }))),
  );
  const lookedUp = new Map<string, LookedUp>();
  for (const some of chunksOf(distinct, lookUpsAtOnce)) {
    const found = await Promise.all(
      some.map(([, locator]) => lookUp(locator, { system, directory, learnt, answers })),
    );
    for (const [index, [name]] of some.entries()) lookedUp.set(name, found[index] ?? { uprns: [] });
  }
  const places = await placesWithSuccessors(
    directory,
    [...lookedUp.values()].flatMap(({ uprns, otherwise }) => [...uprns, ...(otherwise?.uprns ?? [])]),
  );
  return locator => {
    const {
      uprns: named,
      learnt: taught,
      otherwise,
      ...near
    } = lookedUp.get(nameOf(locator)) ?? { uprns: [] };
    const standing = (some: readonly Uprn[]) => homesStandingFor(some, one => places.get(one));
    const isItself = otherwise === undefined || standing(named).length > 0;
    const uprns = isItself ? standing(named) : standing(otherwise.uprns);
    const learntAs = isItself ? taught : otherwise.learnt;
    const [uprn, ...others] = uprns;
    if (uprn === undefined) {
      const retired = named.filter(one => places.has(one));
      return { found: 'none', ...near, ...(retired.length > 0 && { retired }) };
    }
    if (others.length > 0) return { found: 'several', uprns, ...near };
    return { found: 'one', uprn, block: places.get(uprn)?.blockUprn, ...(learntAs && { learnt: learntAs }) };
  };
}

interface Known {
  system: SystemName;
  directory: Directory;
  learnt: ReadonlyMap<string, LearntAs>;
  answers: Answers;
}

/**
 * What people taught the hub about an address counts where the gazetteer has nothing that it may mean: a text that is one
 * home's own, or may be two homes', says so itself. A UPRN speaks for itself first.
 */
async function lookUp(
  locator: HomeLocator,
  { system, directory, learnt, answers }: Known,
): Promise<LookedUp> {
  if (locator.by === 'reference' || locator.by === 'work-order') {
    const key = localKeyOf(locator);
    const { uprns, learnt: since } = await directory.byReference(system, key);
    return { uprns, ...(since && { learnt: taughtBy({ system, key, ...since }) }) };
  }
  const [taught] = localKeysOf(locator).flatMap((key): Taught[] => {
    const { uprn, learntAt, again, forgottenAt } = learnt.get(nameOfKey({ system, key })) ?? {};
    if (uprn === undefined || learntAt === undefined || forgottenAt !== undefined) return [];
    return [{ uprns: [uprn], learnt: taughtBy({ system, key, learntAt, again }) }];
  });
  if (locator.by === 'uprn') return { uprns: [locator.uprn], ...(taught && { otherwise: taught }) };
  const match = await directory.byAddress(locator.address);
  const meant = homesMeant(match);
  const answered = answers.homes.get(localKeyOf(locator));
  if (meant.length > 1 && answered !== undefined) return { uprns: [answered] };
  return { ...(meant.length === 0 && taught ? taught : { uprns: meant }), candidates: match.candidates };
}

function taughtBy(
  learnt: Parameters<typeof learntId>[0] & Pick<LearntAs, 'again'>,
): NonNullable<Resolved['learnt']> {
  return { id: learntId(learnt), again: learnt.again === true };
}

/** A reference, or a work order's, is a key that the directory has anyway. */
function localKeysOf(locator: HomeLocator): string[] {
  return locator.by === 'reference' || locator.by === 'work-order' ? [] : [localKeyOf(locator)];
}

function nameOf(locator: HomeLocator): string {
  return JSON.stringify(locator, Object.keys(locator).toSorted());
}

import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import type { Instant, Subject } from '../../../../schemas/reference.ts';
import { type Rebuilt, rebuild } from '../../../core/record/rebuild.ts';
import type { Decrypt } from '../../../shell/encryption.ts';
import type { ReadHeard } from '../../../shell/tables/records/heard.ts';
import type { Shadows } from '../../../shell/tables/records/shadow-store.ts';
import type { WholeSubject, WholeSubjects } from '../../../shell/tables/records/whole-subjects.ts';
import { type Archived, archivedOf } from './archived.ts';
import { differenceLines, flagLines } from './lines.ts';

export interface RebuildDeps {
  subjects: WholeSubjects;
  shadows: Shadows;
  heard: ReadHeard;
  decrypt: Decrypt;
  now: () => Instant;
  print: (line: string) => void;
}

export interface RebuildOptions {
  from: 'timeline' | 'archive';
  swap: boolean;
  announce: boolean;
  showPayload: boolean;
}

/** What became of one subject, and how many events it was folded from. */
export interface Outcome {
  outcome: 'same' | 'differs' | 'swapped' | 'unknown';
  events: number;
}

const attempts = 10;

/**
 * Folds one subject anew, leaves a shadow where that differs from what is stored, says where, and swaps it in if that is
 * asked for. When somebody commits in between, nothing is swapped and everything is done again: no event is lost.
 * What was announced stays what was announced: systems hear of a difference with the next commit, or at once if asked for.
 */
export async function rebuildSubject(
  deps: RebuildDeps,
  subject: Subject,
  options: RebuildOptions,
): Promise<Outcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await rebuildOnce(deps, await deps.subjects.read(subject), options);
    if (outcome !== 'overtaken') return outcome;
  }
  throw new Error(`Others commit to ${subject} all the time: try again later`);
}

async function rebuildOnce(
  deps: RebuildDeps,
  whole: WholeSubject,
  options: RebuildOptions,
): Promise<Outcome | 'overtaken'> {
  const { shadows, now, print } = deps;
  const { subject } = whole;
  const { events, doubts } = await sourceOf(deps, whole, options.from);
  const at = now();
  const rebuilt = rebuild(whole, events, at);
  const news = options.announce && rebuilt.unannounced.announcements.length > 0;
  const isUnknown = whole.storedVersion === undefined && events.length === 0;
  const isSame = rebuilt.differences.length === 0 && doubts.length === 0 && !news;
  const swaps = options.swap && doubts.length === 0 && !isSame && !isUnknown;
  if (swaps && !(await shadows.swap({ whole, rebuilt, announces: options.announce, at }))) return 'overtaken';
  if (swaps || isSame || isUnknown) await shadows.clear(subject);
  else await shadows.leave(subject, rebuilt, at);
  if (isUnknown) return { outcome: 'unknown', events: 0 };
  if (isSame) return { outcome: 'same', events: events.length };
  const { differences } = rebuilt;
  const shown = options.showPayload ? await deps.decrypt(differences) : differences;
  for (const line of linesOf(subject, { ...rebuilt, differences: shown }, doubts, options)) print(line);
  if (swaps) print(`  ${subject} is swapped and now of version ${whole.version + 1}`);
  return { outcome: swaps ? 'swapped' : 'differs', events: events.length };
}

/** The events to fold, and what stands in the way of putting the result in place of the record. */
async function sourceOf(
  { shadows, heard }: RebuildDeps,
  whole: WholeSubject,
  from: RebuildOptions['from'],
): Promise<{ events: readonly SystemEvent[]; doubts: string[] }> {
  const unreadable = whole.unreadable.map(
    sk => `${sk} cannot be read: repair or remove that item of the table`,
  );
  if (from === 'timeline') return { events: whole.timeline, doubts: unreadable };
  const archive = await shadows.events(whole.subject);
  const known = await heard(archive.map(({ id }) => id));
  const archived = archivedOf(whole.subject, archive, whole.timeline, known);
  return { events: archived.events, doubts: [...unreadable, ...disagreements(archived)] };
}

function disagreements({ unrecorded, unarchived }: Archived): string[] {
  const said = (ids: readonly string[]) =>
    `${ids.length} (${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ', …' : ''})`;
  return [
    ...(unrecorded.length > 0
      ? [
          `${said(unrecorded)} in the archive are not on record: they are in quarantine, or a replay brings them`,
        ]
      : []),
    ...(unarchived.length > 0 ? [`${said(unarchived)} on record are not in the archive, or no longer`] : []),
  ];
}

function linesOf(
  subject: Subject,
  rebuilt: Rebuilt,
  doubts: readonly string[],
  { announce, swap, showPayload }: RebuildOptions,
): string[] {
  const { length } = rebuilt.differences;
  return [
    `${subject}: ${length === 0 ? 'the record is what its events say' : `differs in ${length} places`}`,
    ...differenceLines(rebuilt, showPayload),
    ...(announce ? [] : flagLines(rebuilt)),
    ...doubts.map(doubt => `  ${swap ? 'not swapped: ' : ''}${doubt}`),
  ];
}

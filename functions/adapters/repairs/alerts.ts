import { eventContent } from '../../../schemas/event-content.ts';
import { type PersonReference, personReferenceSchema, systemNameSchema } from '../../../schemas/reference.ts';
import type { EventDraft, LocalFlagCode } from '../contract.ts';
import { alertLife } from '../kit/alert-life.ts';
import { enteredInError } from '../kit/entered-in-error.ts';
import { personKeyFrom } from '../kit/person-key.ts';
import type { Reading } from '../kit/reading.ts';
import { inOrder, readAs } from '../kit/readings.ts';
import { locationWord, personWord } from './alert-words.ts';
import type { Job } from './job.ts';
import { manifest } from './manifest.ts';
import { note } from './statuses/status.ts';
import type { RepairsMessage } from './vendor.ts';

type Alert = RepairsMessage['personAlert'][number];
type About = Pick<EventDraft, 'happened' | 'vendorEventId' | 'home' | 'livesAt' | 'persons'>;

/** What an alert says of a flag; the job that it came with is read beside it. */
export type Said = (job: Job) => EventDraft[];

/** What the alerts of a message say, where its job is known. */
export function alertEvents(message: RepairsMessage, job: Job): Reading<EventDraft[]> {
  return readAs(readAlerts(message), alerts => alerts.flatMap(said => said(job)));
}

/**
 * The flags that a message asserts or takes back: location alerts on the home, person alerts on the customer. HACT's alert
 * does not say whom it is about, and the customer has as a rule a number that only the repairs system knows: the job says
 * where they live. A word that repairs is only told comes back as a copy: it is noted on the work order, and is no flag of
 * repairs' own.
 */
export function readAlerts(message: RepairsMessage): Reading<Said[]> {
  const onHome = message.locationAlert.map((alert, index) =>
    readAs(locationWord(alert, `/locationAlert/${index}`), (word): Said[] => [
      job =>
        word.said === 'never' ? [copied(job, alert, word)] : sayings(job.base, alert, word, 'personal'),
    ]),
  );
  const persons = customersOf(message);
  const onPerson = message.personAlert.map((alert, index) => {
    return readAs(personWord(alert, `/personAlert/${index}`), (word): Said[] => [
      job => {
        const { home: livesAt, ...base } = job.base;
        return word.said === 'never'
          ? [copied(job, alert, word)]
          : sayings({ ...base, livesAt, persons }, alert, word, 'special-category');
      },
    ]);
  });
  return inOrder<Said>([...onHome, ...onPerson]);
}

function copied(job: Job, { comments }: Alert, { local }: LocalFlagCode): EventDraft {
  return note(job, `Alert of the hub, copied: ${local}`, { comments, commentsAbout: 'people' });
}

/** An alert that is over takes the flag back; where it says since when it was so, it was said, and is history. */
function sayings(
  about: About,
  { comments, isActive, startDate, endDate, endReason }: Alert,
  { code, local }: LocalFlagCode,
  classification: 'personal' | 'special-category',
): EventDraft[] {
  const text = comments === undefined ? undefined : { text: comments, classification };
  const life = alertLife({ isActive, starts: startDate, ends: endDate }, about.happened);
  const asserted = eventContent('housing.flag.asserted.v1', {
    code,
    localCode: local,
    basis: text,
    incidentAt: startDate?.at,
    endsOn: life.endsOn,
  });
  const withdrawn = eventContent('housing.flag.withdrawn.v1', {
    code,
    localCode: local,
    reason: text,
    endedAt: life.endedAt,
    enteredInError: enteredInError(endReason),
  });
  return [
    ...(life.asserted === undefined
      ? []
      : [{ ...about, happened: life.asserted, mayEcho: true as const, ...asserted }]),
    ...(life.isOver ? [{ ...about, ...withdrawn }] : []),
  ];
}

/**
 * The customer by the key of the system that allocated it, where `allocatedBy` is that system's short name; nobody where the
 * message does not say.
 */
function customersOf(message: RepairsMessage): PersonReference[] {
  const references = (message.customer?.reference ?? []).filter(({ id }) => personKeyFrom(id) !== undefined);
  const named = references.find(({ allocatedBy }) => systemNameSchema.safeParse(allocatedBy).success);
  const reference = named ?? references[0];
  const person = personReferenceSchema.safeParse(
    `${named?.allocatedBy ?? manifest.system}:${reference?.id ?? ''}`,
  );
  return person.success ? [person.data] : [];
}

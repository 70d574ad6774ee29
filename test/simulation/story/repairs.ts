import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import type { Mood } from './mood.ts';
import { foundWords, type Home, homes, persons, secretWords } from './town.ts';

interface Job {
  readonly reference: string;
  readonly home: Home;
}

/** What is about who lives there, and no finding: an appointment, nobody at home, another day, whom the mould makes ill. */
const aboutPeople = { comments: secretWords };
const updates: readonly Json[] = [
  { typeCode: '10', operativesAssigned: [{ identification: { number: 'OP-31' } }], ...aboutPeople },
  { typeCode: '70', ...aboutPeople },
  { typeCode: '70', ...aboutPeople },
  { typeCode: '0', otherType: 'madeSafe' },
  { typeCode: '0', otherType: 'attended' },
  { typeCode: '0', otherType: 'completed' },
  { typeCode: '0', otherType: 'rebookedByResident', ...aboutPeople },
  {
    ...{ typeCode: '0', otherType: 'hazardSuspected', ...aboutPeople },
    hazard: { kind: 'damp-and-mould', room: 'Bedroom' },
  },
  {
    typeCode: '0',
    otherType: 'hazardInvestigated',
    hazard: { kind: 'damp-and-mould', result: 'significant' },
  },
  { typeCode: '0', otherType: 'hazardMadeSafe', hazard: { kind: 'damp-and-mould' } },
  { typeCode: '120-10' },
];
/** A job that is done says so in the end, and often twice. */
const over = Array.from({ length: updates.length }, () => ({ typeCode: '0', otherType: 'completed' }));
const locationAlerts = ['10', '20', '30'];
const personAlerts = ['10-10', '20', '30', '10'];

/** Makes the repairs system of a story: what it tells next, as HACT messages. */
export function makeRepairs(
  random: Random,
  mood: Pick<Mood, 'unopened' | 'unplaced' | 'isOfRepairs'>,
): { next(at: string): Json } {
  const jobs: Job[] = [];
  /** Work orders of which an update was told first. */
  const early: Job[] = [];
  let number = 0;
  const unitOf = ({ repairs }: Home) => [
    { reference: [{ id: random.chance(mood.unplaced) ? '00099999' : repairs }] },
  ];

  function raised(at: string): Json {
    const { reference, home } = early.shift() ?? {
      reference: `R-${88_000 + number}`,
      home: random.pick(homes),
    };
    jobs.push({ reference, home });
    return {
      messageType: 'RaiseRepair',
      messageId: `RR-${number}`,
      reference: [{ id: reference, allocatedBy: 'Repairs' }],
      dateRaised: at,
      descriptionOfWork: secretWords,
      priority: { priorityCode: '1' },
      workClass: { workClassCode: '10' },
      sitePropertyUnit: unitOf(home),
      ...(random.chance(0.2) && {
        locationAlert: [{ type: random.pick(locationAlerts), comments: secretWords }],
      }),
      ...(random.chance(0.2) && {
        personAlert: [{ type: random.pick(personAlerts), comments: secretWords }],
        customer: { reference: [{ id: random.pick(persons).key, allocatedBy: 'tenancy' }] },
      }),
    };
  }

  /** A work order that was not heard of yet, and may never be: what is said of it waits. */
  function notYetRaised(): Job {
    const job = { reference: `R-${77_000 + number}`, home: random.pick(homes) };
    if (random.chance(0.7)) early.push(job);
    return job;
  }

  return {
    next(at) {
      number += 1;
      if (jobs.length === 0 || random.chance(0.3)) return raised(at);
      const { reference, home } = random.chance(mood.unopened) ? notYetRaised() : random.pick(jobs);
      return {
        messageType: 'JobStatusUpdate',
        messageId: `JSU-${number}`,
        relatedWorkOrderReference: { id: reference },
        sitePropertyUnit: unitOf(home),
        eventTime: at,
        comments: foundWords,
        ...random.pick(mood.isOfRepairs ? [...updates, ...over] : updates),
      };
    },
  };
}

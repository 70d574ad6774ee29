import * as z from 'zod';
import type { EventOf } from '../../../schemas/catalogue.ts';

type Received = EventOf<'housing.disrepair.claim-received.v1'>['data'];
type Responded = EventOf<'housing.disrepair.claim-responded.v1'>['data'];
type Closed = EventOf<'housing.disrepair.claim-closed.v1'>['data'];
type WorkCategory = NonNullable<Closed['promisedWorks']>[number]['category'];

/** Dataverse keeps a choice as a number: the publisher's prefix, and the place in the list. */
const firstChoice = 417_620_000;

/** A choice as Dataverse may write it: its number, as a number or as text, or its label. */
const written = z.union([z.int(), z.string().trim().min(1).max(100)]);

/** Which of a list a number or a label means: labels differ in capitals, spaces and dashes. */
function meant<T extends string>(list: readonly T[], value: string | number): T | undefined {
  const number = Number(value);
  if (Number.isInteger(number)) return list[number - firstChoice];
  const folded = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return list.find(one => folded(one) === folded(String(value)));
}

/** A choice column, by number or label, as what the list means by it; any other is refused. */
export function choiceOf<T extends string>(list: readonly T[]) {
  return written.transform((value, context) => {
    const meaning = meant(list, value);
    if (meaning !== undefined) return meaning;
    const known = list.map((each, place) => `${firstChoice + place} (${each})`).join(', ');
    const received = typeof value === 'number' || /^\d+$/.test(value) ? `${value}` : 'This';
    context.addIssue(`${received} is none of the column’s choices: ${known}`);
    return z.NEVER;
  });
}

/** The column `hc_stage`. */
export const stages = ['received', 'responded', 'issued', 'closed'] as const;

/** The stage that a value of the column means, or undefined where it is none of the list. */
export function stageOf(value: unknown): (typeof stages)[number] | undefined {
  const { data } = written.safeParse(value);
  return data === undefined ? undefined : meant(stages, data);
}

export const hazards = [
  'damp-and-mould',
  'excess-cold',
  'excess-heat',
  'falls',
  'structural-collapse',
  'fire',
  'electrical',
  'hygiene',
  'other',
] as const satisfies readonly Received['defects'][number]['hazard'][];

export const liabilities = [
  'admitted',
  'partly-admitted',
  'denied',
  'not-yet-decided',
] as const satisfies readonly Responded['liability'][];

export const experts = [
  'single-joint',
  'joint-inspection',
  'own',
  'none',
] as const satisfies readonly Responded['expert'][];

export const outcomes = [
  'settled',
  'withdrawn',
  'not-pursued',
  'judgment-for-resident',
  'judgment-for-landlord',
] as const satisfies readonly Closed['outcome'][];

export const workCategories = [
  'structure-and-exterior',
  'plumbing-and-sanitation',
  'gas',
  'electrical',
  'heating-and-hot-water',
  'damp-and-mould',
  'making-good',
  'other',
] as const satisfies readonly WorkCategory[];

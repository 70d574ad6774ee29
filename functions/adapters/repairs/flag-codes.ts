import { type FlagCode, flagDefinitions } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';
import { sharedCode, wordTable } from '../kit/word-table.ts';
import { draftPersonCodes } from './draft-person-codes.ts';
import { manifest } from './manifest.ts';

function listOf(list: string, codes: readonly (readonly [local: string, code: FlagCode])[]): LocalFlagCode[] {
  return codes.map(([local, code]) => ({ local, list, code }));
}

/** HACT's codes for alerts regarding a person. */
export const personAlertCodes = listOf('PersonAlertTypeCode', [
  ['0', 'contact-team-for-details'],
  ['1', 'see-record-for-details'],
  ['10', 'do-not-visit-alone'],
  ['10-10', 'anti-social-behaviour'],
  ['20', 'support-needed'],
  ['20-10', 'hearing-support'],
  ['20-20', 'vision-support'],
  ['20-30', 'health-consideration'],
  ['20-40', 'physical-support'],
  ['20-50', 'wheelchair-access'],
  ['20-60', 'older-resident'],
  ['20-70', 'safeguarding'],
  ['30', 'misses-appointments'],
  ['40', 'language-support'],
  ['50', 'gender-of-operative'],
  ['60', 'acts-through-attorney'],
]);

/** HACT: “Other, see comments”, in both lists. */
export const otherSeeComments = '1';

/** HACT's codes for alerts regarding a location. */
export const locationAlertCodes = listOf('LocationAlertTypeCode', [
  ['0', 'location-contact-for-details'],
  ['1', 'location-see-record'],
  ['10', 'asbestos'],
  ['20', 'under-warranty'],
  ['30', 'heritage-listed'],
  ['40', 'sewage-not-mains'],
  ['50', 'gender-of-operative-here'],
]);

/**
 * Where HACT has no code for a flag: the nearest that says no more of anybody than the flag does. Several flags go by it,
 * so severity and name stand before the instruction.
 */
const nearest: Readonly<Partial<Record<FlagCode, string>>> = {
  'do-not-attend': '0',
  'court-order-in-force': '0',
  'other-incident': '0',
  'seek-advice': '0',
  'newly-fled': '0',
  'physical-abuse': '10',
  'verbal-abuse': '10',
  'do-not-interview-alone': '10',
  'no-female-staff-alone': '50',
  'allow-time-at-the-door': '20-40',
  'evacuation-help': '20-40',
  recovering: '20-40',
  'communal-asbestos': '10',
  'structure-unsafe': '0',
  'higher-risk-building': '0',
  'complex-case': '0',
};

/** The shared code stands beside the nearest one, also where a draft has a code for the flag on the way in. */
const saidBesideNearest = flagDefinitions
  .filter(({ code }) => nearest[code] !== undefined)
  .map(({ code }) => sharedCode(code));

/** HACT's code of an alert, in the list of alerts regarding a location or a person: its own, or the nearest. */
export function wordFor(code: FlagCode, on: 'home' | 'person'): string {
  const codes = on === 'person' ? personAlertCodes : locationAlertCodes;
  return codes.find(entry => entry.code === code)?.local ?? nearest[code] ?? otherSeeComments;
}

/** Every code that an alert regarding a person may have on the way in; on the way out it has HACT's own alone. */
export const personCodesRead: readonly LocalFlagCode[] = [...personAlertCodes, ...draftPersonCodes];

/**
 * HACT UK Housing Data Standards: person and location alert type codes, and the draft person alert codes. What HACT has no
 * code for goes both ways as “other, see comments” with the shared code beside it.
 */
export const flagCodes: readonly LocalFlagCode[] = wordTable(
  {
    team: manifest.team,
    names: ['person', 'property', 'block'],
    byCase: ['damp-and-mould', 'significant-hazard', 'emergency-hazard'],
  },
  { published: [...personCodesRead, ...locationAlertCodes], own: saidBesideNearest },
);

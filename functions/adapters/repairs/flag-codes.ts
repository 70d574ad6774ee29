import type { FlagCode } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';
import { wordTable } from '../kit/word-table.ts';
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
  { published: [...personCodesRead, ...locationAlertCodes] },
);

import { flagDefinition } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';
import { readLocalCode } from '../kit/local-codes.ts';
import type { Reading } from '../kit/reading.ts';
import { draftCodeOf } from './draft-person-codes.ts';
import { flagCodes, locationAlertCodes, otherSeeComments, personCodesRead } from './flag-codes.ts';
import type { RepairsMessage } from './vendor.ts';

type Alert = RepairsMessage['personAlert'][number];

const shared = flagCodes.filter(
  entry => !personCodesRead.includes(entry) && !locationAlertCodes.includes(entry),
);
const onPersons = shared.filter(({ code }) => flagDefinition(code).hangsOn === 'person');
const onPlaces = shared.filter(({ code }) => flagDefinition(code).hangsOn !== 'person');

/** The word of an alert regarding a location: HACT's, or of “other, see comments” the shared code beside it. */
export function locationWord(alert: Alert, at: string): Reading<LocalFlagCode> {
  return wordOf(alert, alert.type, { codes: locationAlertCodes, others: onPlaces }, at);
}

/** The word of an alert regarding a person: HACT's, one of the draft codes, or the shared code. */
export function personWord(alert: Alert, at: string): Reading<LocalFlagCode> {
  return wordOf(alert, draftCodeOf(alert.type), { codes: personCodesRead, others: onPersons }, at);
}

function wordOf(
  { sharedCode }: Alert,
  type: string,
  { codes, others }: Record<'codes' | 'others', readonly LocalFlagCode[]>,
  at: string,
): Reading<LocalFlagCode> {
  if (type !== otherSeeComments || sharedCode === undefined) return readLocalCode(codes, type, `${at}/type`);
  const told = others.find(({ local, said }) => local === sharedCode && said === 'never');
  return told === undefined
    ? readLocalCode(others, sharedCode, `${at}/sharedCode`)
    : { ok: true, value: told };
}

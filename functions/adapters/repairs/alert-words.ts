import { type FlagCode, flagDefinition, namedInstruction } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';
import { readLocalCode } from '../kit/local-codes.ts';
import { type Reading, read } from '../kit/reading.ts';
import { draftCodeOf } from './draft-person-codes.ts';
import { flagCodes, locationAlertCodes, otherSeeComments, personCodesRead, wordFor } from './flag-codes.ts';
import type { RepairsMessage } from './vendor.ts';

type Alert = RepairsMessage['personAlert'][number];

const shared = flagCodes.filter(
  entry => !personCodesRead.includes(entry) && !locationAlertCodes.includes(entry),
);
const onPersons = shared.filter(({ code }) => flagDefinition(code).hangsOn === 'person');
const onPlaces = shared.filter(({ code }) => flagDefinition(code).hangsOn !== 'person');

/** The word of an alert regarding a location: HACT's, or the shared code beside the one by which the hub tells of it. */
export function locationWord(alert: Alert, at: string): Reading<LocalFlagCode> {
  return wordOf(alert, alert.type, { on: 'home', codes: locationAlertCodes, others: onPlaces }, at);
}

/** The word of an alert regarding a person: HACT's, one of the draft codes, or the shared code. */
export function personWord(alert: Alert, at: string): Reading<LocalFlagCode> {
  return wordOf(
    alert,
    draftCodeOf(alert.type),
    { on: 'person', codes: personCodesRead, others: onPersons },
    at,
  );
}

/** The flag that comments name as the hub does, on an alert that has lost its shared code. */
function namedIn(comments: string | undefined, others: readonly LocalFlagCode[]): FlagCode | undefined {
  return others.find(({ code }) => comments === namedInstruction({ ...flagDefinition(code), code }))?.code;
}

function wordOf(
  { sharedCode: given, comments }: Alert,
  type: string,
  { on, codes, others }: Record<'codes' | 'others', readonly LocalFlagCode[]> & { on: 'home' | 'person' },
  at: string,
): Reading<LocalFlagCode> {
  const sharedCode = given ?? namedIn(comments, others);
  const isOther = type === otherSeeComments;
  const beside = others.find(
    ({ local, code }) => local === sharedCode && (isOther || wordFor(code, on) === type),
  );
  if (beside?.said === 'never') return read(beside);
  return sharedCode !== undefined && (isOther || beside !== undefined)
    ? readLocalCode(others, sharedCode, `${at}/sharedCode`)
    : readLocalCode(codes, type, `${at}/type`);
}

import type { FlagCode } from '../../../schemas/flags.ts';
import type { LocalFlagCode } from '../contract.ts';
import { wordTable } from '../kit/word-table.ts';
import { manifest } from './manifest.ts';
import { shortWords } from './short-words.ts';

/** The system's cautionary alert codes: permanent, and with a T the same for a time only. */
const list = 'cautionary-alert';

const withTemporaryTwin: readonly (readonly [local: string, code: FlagCode])[] = [
  ['DA', 'dangerous-animals'],
  ['CF', 'no-female-staff-alone'],
  ['CI', 'do-not-interview-alone'],
  ['CV', 'do-not-visit-alone'],
  ['OI', 'other-incident'],
  ['PA', 'physical-abuse'],
  ['SA', 'seek-advice'],
  ['UE', 'unsafe-environment'],
  ['VA', 'verbal-abuse'],
  ['CX', 'do-not-attend'],
];

const permanent: readonly (readonly [local: string, code: FlagCode])[] = [
  ['COR', 'court-order-in-force'],
  // Never as it is named: a way of contact, for the few who need it, and no mark on the home of who is at risk.
  ['DV', 'safe-contact'],
  ['SPR', 'specific-requirements'],
  ['TRA', 'language-support'],
  ['APT', 'adapted-property'],
  ['VOID', 'void-property'],
  ['DIS', 'disrepair-claim'],
  ['TERM', 'termination-requested'],
];

/** The system's own list has no codes for these: agreed between the team and this hub. */
const agreed: readonly (readonly [local: string, code: FlagCode])[] = [
  ['ATD', 'allow-time-at-the-door'],
  ['INJ', 'access-injunction'],
  ['REC', 'recovering'],
  ['NBY', 'new-baby'],
  ['CLV', 'care-leaver'],
  ['FLD', 'newly-fled'],
];

/** Of two codes for one flag the permanent one comes first. */
const published: readonly LocalFlagCode[] = [
  ...withTemporaryTwin.flatMap(([local, code]): LocalFlagCode[] => [
    { local, list, code },
    { local: `${local}T`, list, code, temporary: true },
  ]),
  ...permanent.map(([local, code]) => ({ local, list, code })),
  // Its hyphens are U+2011: HACT's 10-10, in ASCII, is another code in another list and means something else.
  { local: '10\u201110', list: 'alert-type', code: 'verbal-abuse' },
  ...agreed.map(([local, code]) => ({ local, list: 'agreed', code })),
];

/** Every word of the tenancy system, which tenancy enforcement uses too. */
export const flagCodes: readonly LocalFlagCode[] = wordTable(
  { team: manifest.team, names: ['person', 'tenancy', 'property', 'block'] },
  { published, own: shortWords.map(([local, code]) => ({ local, list: 'agreed', code })) },
);

/** The codes that record an adjustment for somebody, in words that say the adjustment and not the reason for it. */
export const adjustments: ReadonlyMap<string, string> = new Map([
  ['SPR', 'Specific requirements'],
  ['TRA', 'Translation required'],
  ['ATD', 'Allow time to get to the door'],
]);

import type { EventOf } from '../../../schemas/catalogue.ts';
import type { TextAbout } from '../kit/finding.ts';

/** What a row may say happened, and every wording of it that the team is known to use. */
const stepWordings = {
  'leak-reported': ['leak reported', 'leak', 'new leak', 'leak again', 'further leak', 'water coming in'],
  contained: ['contained', 'leak contained', 'leak stopped', 'water stopped', 'water turned off'],
  'electrics-isolated': [
    'electrics isolated',
    'electrics off',
    'electrics turned off',
    'lights isolated',
    'power isolated',
  ],
  'electrics-reinstated': [
    'electrics reinstated',
    'electrics back on',
    'electrics restored',
    'lights reinstated',
    'power restored',
  ],
  'leak-visit': ['visit', 'visited', 'visit carried out', 'leak visit', 'trace visit'],
  inspection: ['inspection', 'inspected'],
  'monitoring-visit': ['monitoring visit', 'monitoring', 'check visit'],
  'void-inspection': ['void inspection', 'void visit'],
  'no-answer': ['no access', 'no one in', 'nobody in', 'not in', 'no answer', 'no reply'],
  refused: ['refused', 'access refused', 'refused access', 'refused entry'],
  rebooked: ['rebooked', 're booked'],
  'rebooked-by-resident': ['rebooked by resident', 'rebooked by occupier', 'resident rebooked'],
  'rebooked-by-landlord': ['rebooked by us', 'we rebooked', 'rebooked by landlord', 'rebooked by office'],
  'rebooked-by-contractor': ['rebooked by contractor', 'contractor rebooked'],
  'damp-or-mould-seen': [
    'mould',
    'mould seen',
    'mould reported',
    'damp',
    'damp seen',
    'damp reported',
    'damp and mould',
    'damp mould',
    'damp or mould seen',
  ],
  'mould-works-started': ['mould works started', 'damp works started', 'mould treatment started'],
  'mould-works-completed': [
    'mould works completed',
    'mould works done',
    'damp works completed',
    'damp works done',
    'mould treated',
  ],
  'mould-gone': ['mould gone', 'damp gone', 'mould remedied', 'damp remedied'],
  'no-mould': ['no mould', 'no damp', 'no mould found', 'no damp found'],
  traced: ['traced', 'leak traced', 'cause traced', 'cause found', 'source found'],
  dried: ['dried', 'dried out', 'dry'],
  warning: ['warning', 'warnings', 'warning set', 'warning over', 'warning ended'],
  resolved: ['resolved', 'leak resolved', 'leak fixed', 'fixed'],
} as const;
export type Step = keyof typeof stepWordings;

type Method = EventOf<'housing.visit.access-attempted.v1'>['data']['method'];
const methodWordings: Readonly<Record<Method, readonly string[]>> = {
  visit: ['visit', 'visited', 'in person', 'door'],
  call: ['call', 'called', 'phone', 'phoned', 'telephone'],
  sms: ['sms', 'text', 'texted'],
  email: ['email', 'e mail', 'emailed'],
  letter: ['letter', 'post', 'wrote'],
};

type Party = NonNullable<EventOf<'housing.visit.access-attempted.v1'>['data']['fault']>;
const partyWordings: Readonly<Record<Party, readonly string[]>> = {
  resident: ['resident', 'tenant', 'occupier', 'leaseholder'],
  landlord: ['landlord', 'us', 'ours', 'we', 'council'],
  contractor: ['contractor'],
  unknown: ['unknown', 'not known', 'nobody', 'no one'],
};

const aboutWordings: Readonly<Record<TextAbout, readonly string[]>> = {
  home: ['home', 'the home', 'property', 'building'],
  people: ['people', 'person', 'resident', 'household', 'tenant', 'occupier'],
};

const yesNoWordings = { yes: ['yes', 'y', 'true', 'x', '1'], no: ['no', 'n', 'false', '0', 'none'] } as const;

/** How the team writes that it does not know the source yet. */
const unknownSources = new Set(['unknown', 'not known', 'n k', 'nk', 'n a', 'not yet known']);

/** Case, spacing and punctuation do not matter: `No-one in.` and `no one  in` are the same words. */
function words(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function lookup<K extends string>(
  wordings: Readonly<Record<K, readonly string[]>>,
): (text: string) => K | undefined {
  const entries = Object.entries<readonly string[]>(wordings) as [K, readonly string[]][];
  const byWords = new Map(entries.flatMap(([key, all]) => all.map(one => [one, key] as const)));
  return text => byWords.get(words(text));
}

const wordingOf = lookup(yesNoWordings);

/** What happened according to a row; undefined for wording that is not in the table: nothing is guessed. */
export const stepOf: (text: string) => Step | undefined = lookup(stepWordings);
/** How the team tried to get in. */
export const methodOf: (text: string) => Method | undefined = lookup(methodWordings);

/** Whose doing it was. */
export const partyOf: (text: string) => Party | undefined = lookup(partyWordings);

/** Whether a row's comments are about the home or about people. */
export const aboutOf: (text: string) => TextAbout | undefined = lookup(aboutWordings);

/** A yes or a no. */
export function yesNoOf(text: string): boolean | undefined {
  const answer = wordingOf(text);
  return answer === undefined ? undefined : answer === 'yes';
}

/** True where the cell says that the source is not known; a cell of punctuation alone, such as `?`, says so too. */
export function saysUnknown(text: string): boolean {
  const said = words(text);
  return said === '' || unknownSources.has(said);
}

/** Every accepted wording of what happened, for a problem to list. */
export const knownSteps = Object.values(stepWordings).flat().join(', ');
export const knownMethods = Object.values(methodWordings).flat().join(', ');
export const knownAbouts = Object.values(aboutWordings).flat().join(', ');
export const knownParties = Object.values(partyWordings).flat().join(', ');

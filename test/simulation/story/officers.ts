import type { Random } from '../world/random.ts';
import type { Decision, Input } from './input.ts';
import type { Mood } from './mood.ts';
import { homes, persons } from './town.ts';

type About = Pick<Input, 'id' | 'at'>;

const deciders: readonly Pick<Decision, 'role' | 'officer'>[] = [
  { role: 'housing-officer', officer: 'r.adeyemi' },
  { role: 'enforcement-officer', officer: 'a.okafor' },
  { role: 'repairs-officer', officer: 'd.hale' },
  { role: 'manager', officer: 'j.lindqvist' },
  { role: 'leaks-officer', officer: 'p.moss' },
];
/** Who sees what of the repairs team waits in quarantine. */
const ofRepairs = deciders.filter(({ role }) => role === 'repairs-officer' || role === 'manager');
const decisions: readonly Decision['what'][] = [
  'raise',
  'raise',
  'clear',
  'clear',
  'review',
  'approve',
  'refuse',
  'told',
];
const codes = {
  person: ['do-not-visit-alone', 'verbal-abuse', 'language-support'],
  home: ['asbestos', 'gas-isolated'],
};
const readers = ['repairs-officer', 'contact-centre-agent', 'manager', 'data-protection-officer', 'surveyor'];

/** Makes the officers of a story: what they decide and what they look up. */
export function makeOfficers(
  random: Random,
  { isOfRepairs }: Pick<Mood, 'isOfRepairs'>,
): Record<'decide' | 'read' | 'resolve', (about: About) => Input> {
  return {
    resolve(about) {
      const { role, officer } = random.pick(isOfRepairs ? ofRepairs : deciders);
      return {
        ...about,
        does: 'resolves',
        role,
        officer,
        which: random.next(),
        says: `${officer} resolves what waits in quarantine`,
      };
    },
    decide(about) {
      const what = random.pick(decisions);
      const isPersons = random.chance(0.7);
      const on = isPersons
        ? `person/tenancy:${random.pick(persons).key}`
        : `property/${random.pick(homes).uprn}`;
      const code = random.pick(isPersons ? codes.person : codes.home);
      const decision = { what, on, code, which: random.next(), ...random.pick(deciders) };
      return { ...about, does: 'decides', decision, says: `${decision.officer} decides: ${what} on ${on}` };
    },
    read(about) {
      const { uprn } = random.pick(homes);
      const path = random.pick([
        `/v1/properties/${uprn}`,
        `/v1/properties/${uprn}/flags`,
        `/v1/properties/${uprn}/timeline`,
        '/v1/flags',
        '/v1/quarantine',
      ]);
      const role = random.pick(readers);
      const query = path === '/v1/flags' ? { query: { list: 'reviews-due' } } : {};
      return { ...about, does: 'reads', role, path, ...query, says: `a ${role} reads ${path}` };
    },
  };
}

/** Within how many milliseconds something is done once more; mostly much sooner. */
const soon = 2_000;
/** What else somebody may decide who looks at the same list. */
const others: Partial<Record<Decision['what'], Decision['what']>> = {
  ...{ clear: 'review', review: 'clear', approve: 'refuse', refuse: 'approve' },
};

/** What officers do, once more at almost the same time: the same one who got no answer, or another one. */
export function onceMore(input: Input, random: Random): Input[] {
  if (input.does !== 'decides' && input.does !== 'resolves') return [];
  const about = {
    id: `${input.id} too`,
    at: input.at + random.next() ** 3 * soon,
    says: `too: ${input.says}`,
  };
  const isSame = random.chance(0.35);
  const other = random.pick(deciders);
  if (input.does === 'resolves') {
    const which = random.chance(0.8) ? input.which : (input.which + 0.1) % 1;
    return [{ ...input, ...about, which, ...(isSame ? { key: input.id } : other) }];
  }
  const { decision } = input;
  const what = (random.chance(0.8) ? others[decision.what] : undefined) ?? decision.what;
  // A client that uses a key for something else.
  const on = random.chance(0.3) ? `property/${random.pick(homes).uprn}` : decision.on;
  return [
    {
      ...input,
      ...about,
      ...(isSame && { key: input.id }),
      decision: { ...decision, ...(!isSame && { ...other, what }), on },
    },
  ];
}

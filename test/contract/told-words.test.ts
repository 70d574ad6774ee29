import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { listedOn } from '../../functions/adapters/kit/shared-words.ts';
import { adapters } from '../../functions/adapters/registry.ts';
import { clearingReasonSchema } from '../../schemas/flag-life.ts';
import { type FlagCode, flagDefinition, flagDefinitions, namedInstruction } from '../../schemas/flags.ts';
import { announcement, contextOf } from '../support/announcements.ts';

const page = path.join(import.meta.dirname, '../../functions/adapters/words.md');
const home = '200000471104';
const told = adapters.map(({ manifest, flagCodes, wordFor, otherWord, wordWidth, outbound }) => {
  if (wordFor === undefined || outbound === undefined) throw new Error(`${manifest.system} is told nothing`);
  const context = contextOf(manifest.system, { [home]: 'FLAT-4' });
  const say = (...given: Parameters<typeof announcement>) => outbound(announcement(...given), context).body;
  return {
    system: manifest.system as string,
    wordWidth,
    otherWord,
    isOwn: (code: FlagCode, local: string) =>
      flagCodes.some(entry => entry.code === code && entry.local === local),
    word: (code: FlagCode) => wordFor(code, listedOn(flagDefinition(code))),
    raised: (code: FlagCode) => say('raised', { code, places: [home] }),
    ended: (reason: Parameters<typeof announcement>[3]) =>
      say('cleared', { code: 'active-leak', places: [home] }, undefined, reason),
  };
});
type Told = (typeof told)[number];

/** Every text of a message, however deep, with the fields in which it stands; lists are no step of the way. */
function fieldsOf(body: unknown, field = ''): [field: string, text: string][] {
  if (typeof body === 'string') return [[field, body]];
  if (Array.isArray(body)) return body.flatMap(one => fieldsOf(one, field));
  return Object.entries(body ?? {}).flatMap(([name, value]) =>
    fieldsOf(value, field === '' ? name : `${field}.${name}`),
  );
}
const textsOf = (body: unknown) => fieldsOf(body).map(([, text]) => text);

/** In which fields what is said of a flag stands. */
function placesOfFacts({ raised, ended, wordWidth }: Told): Record<string, string> {
  const inFields = (body: unknown, has: (text: string) => boolean) => {
    const found = fieldsOf(body).filter(([, text]) => has(text));
    return [...new Set(found.map(([field]) => `\`${field}\``))].join(', ');
  };
  const { severity, instruction } = flagDefinition('do-not-visit-alone');
  const warning = raised('do-not-visit-alone');
  const reasons = clearingReasonSchema.options;
  const byField = Map.groupBy(
    reasons.flatMap(reason => fieldsOf(ended(reason))),
    ([field]) => field,
  );
  const differ = [...byField].filter(
    ([, all]) => new Set(all.map(([, text]) => text)).size === reasons.length,
  );
  return {
    severity: inFields(warning, text => text === severity),
    'what to do': inFields(warning, text => text.endsWith(instruction)),
    'whom it is about': inFields(warning, text => text.includes('mr-b')),
    where: inFields(warning, text => text === 'FLAT-4' || text === home),
    'why it ended': differ.map(([field]) => `\`${field}\``).join(', '),
    'width of the word': wordWidth === undefined ? 'not limited' : `${wordWidth} characters`,
  };
}

const critical = flagDefinitions.filter(({ severity }) => severity === 'critical');
/** What a reader has before them of a flag: its word, and what stands beside it. */
const shownOf = ({ word, raised }: Told, code: FlagCode) => {
  const { instruction } = flagDefinition(code);
  const text = textsOf(raised(code)).find(one => one.endsWith(instruction));
  return { word: word(code), text, isNamed: text === namedInstruction({ ...flagDefinition(code), code }) };
};

describe('of a flag', () => {
  test.each(told)('$system is told how severe it is, what to do, where, and whom it is about', one => {
    for (const { code, severity, hangsOn } of flagDefinitions) {
      const texts = textsOf(one.raised(code));
      expect(texts, code).toContain(severity);
      expect(shownOf(one, code).text, code).toBeDefined();
      expect(
        texts.some(text => text === home || text === 'FLAT-4' || text.includes(home)),
        code,
      ).toBe(true);
      if (hangsOn === 'person')
        expect(
          texts.some(text => text.includes('mr-b')),
          code,
        ).toBe(true);
    }
  });

  test.each(told)(
    '$system can tell any two critical ones of a home apart before it reads what to do',
    one => {
      const looks = critical.map(({ code }) => {
        const { word, isNamed } = shownOf(one, code);
        return isNamed ? `${word} ${code}` : word;
      });
      expect(new Set(looks).size).toBe(critical.length);
    },
  );

  test.each(told)('$system is told which one it is where others go by the same word', one => {
    const byWord = Map.groupBy(flagDefinitions, flag => `${listedOn(flag)} ${one.word(flag.code)}`);
    const ambiguous = [...byWord.values()].filter(those => those.length > 1).flat();
    expect(ambiguous.filter(({ code }) => !shownOf(one, code).isNamed)).toEqual([]);
  });

  test.each(told.filter(({ wordWidth }) => wordWidth !== undefined))(
    '$system is told a word that its field takes whole',
    ({ word, wordWidth }) => {
      expect(flagDefinitions.filter(({ code }) => word(code).length > (wordWidth ?? 0))).toEqual([]);
    },
  );

  test.each(told)('$system is told of each end which it is', ({ ended }) => {
    const ends = clearingReasonSchema.options.map(reason => JSON.stringify(ended(reason)));
    expect(new Set(ends).size).toBe(ends.length);
  });
});

it('is told to each system as the page says', async () => {
  const systems = told.map(({ system }) => system);
  const cell = (one: Told, code: FlagCode) => {
    const { word, isNamed } = shownOf(one, code);
    const isShared = flagDefinitions.some(
      other =>
        other.code !== code &&
        listedOn(other) === listedOn(flagDefinition(code)) &&
        one.word(other.code) === word,
    );
    const [spelled, kind] =
      word === code
        ? ['its code', '']
        : [`\`${word}\``, one.isOwn(code, word) ? '' : word === one.otherWord ? ', other' : ', nearest'];
    return `${spelled}${kind}${isShared && isNamed ? ', with its name' : ''}`;
  };
  const rows = flagDefinitions.map(({ code, severity, hangsOn }) =>
    [code, severity, hangsOn, ...told.map(one => cell(one, code))].join(' | '),
  );
  const facts = told.map(placesOfFacts);
  const factRows = Object.keys(facts[0] ?? {}).map(fact =>
    [fact, ...facts.map(one => one[fact] ?? '')].join(' | '),
  );
  expect(facts.flatMap(Object.values)).not.toContain('');
  const lines = [
    '# In which word each system is told of a flag',
    '',
    'Made by `test/contract/told-words.test.ts`; `npm run test:contract -- -u` renews it. A word is a system’s own or agreed with its team; where it has none it is the code. `nearest` is the word of a list that says no more of anybody than the flag does, `other` its word for anything else. Where several flags go by one word, severity and name stand before the instruction, as in `CRITICAL, gas isolated: …`.',
    '',
    `| flag | severity | on | ${systems.join(' | ')} |`,
    `| --- | --- | --- | ${systems.map(() => '---').join(' | ')} |`,
    ...rows.map(row => `| ${row} |`),
    '',
    '## Where each system reads it',
    '',
    `| what | ${systems.join(' | ')} |`,
    `| --- | ${systems.map(() => '---').join(' | ')} |`,
    ...factRows.map(row => `| ${row} |`),
    '',
  ];
  await expect(lines.join('\n')).toMatchFileSnapshot(page);
});

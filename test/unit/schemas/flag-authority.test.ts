import { describe, expect, it, test } from 'vitest';
import type { FlagDefinition } from '../../../schemas/flags/definition.ts';
import { type FlagCode, flagDefinitions, flagVisibility } from '../../../schemas/flags.ts';
import { teamSchema } from '../../../schemas/teams.ts';

type Entry = FlagDefinition & { code: FlagCode };
const definitions: readonly Entry[] = flagDefinitions;
const byRule = definitions.filter(({ derived }) => derived);
const byPeople = definitions.filter(({ derived }) => !derived);
const seesInFull = (code: FlagCode) => (team: (typeof teamSchema.options)[number]) =>
  flagVisibility(code, team) === 'full';

describe('who decides about a flag', () => {
  test.each(definitions)('$code has an owner who sees why it stands, and who clears it', flag => {
    expect(flagVisibility(flag.code, flag.owner)).toBe('full');
    expect(flag.mayClear).toContain(flag.owner);
  });

  test.each(definitions)('$code is cleared by nobody who cannot see why it stands', ({ code, mayClear }) => {
    expect(mayClear.filter(team => !seesInFull(code)(team))).toEqual([]);
    expect(mayClear).toContain('management');
  });

  test.each(definitions)('$code names each team once', ({ mayRaise, mayClear }) => {
    expect(new Set(mayRaise).size).toBe(mayRaise.length);
    expect(new Set(mayClear).size).toBe(mayClear.length);
  });

  test.each(byPeople)('$code is raised by its owner, among others', ({ owner, mayRaise }) => {
    expect(mayRaise).toContain(owner);
  });

  it('leaves to rules alone what no colleague can see, and to both what somebody may see before the hub can', () => {
    const alsoByPeople = byRule.filter(({ mayRaise }) => mayRaise.length > 0).map(({ code }) => code);
    expect(alsoByPeople).toEqual([
      'emergency-hazard',
      'significant-hazard',
      'damp-and-mould',
      'closed-without-evidence',
    ]);
    expect(byRule.length).toBeGreaterThan(alsoByPeople.length);
  });

  it('never is data protection, which watches over what the others do', () => {
    const deciding = definitions.flatMap(({ owner, mayRaise, mayClear }) => [
      owner,
      ...mayRaise,
      ...mayClear,
    ]);
    expect(deciding).not.toContain('data-protection');
  });
});

describe('a second person', () => {
  const conduct = ({ family, hangsOn }: Entry) =>
    hangsOn === 'person' && (family === 'staff-safety' || family === 'access');

  test.each(definitions)('decides about $code exactly where it is about somebody’s conduct', flag => {
    expect(flag.secondPerson).toBe(conduct(flag));
  });

  test.each(definitions.filter(conduct))('$code: whoever may raise it may also judge it', flag => {
    expect(flag.mayRaise.filter(team => !seesInFull(flag.code)(team))).toEqual([]);
  });

  it('is asked about every marker that keeps staff safe', () => {
    const safety = definitions.filter(({ family }) => family === 'staff-safety');
    expect(safety.length).toBeGreaterThan(0);
    expect(safety.every(({ secondPerson }) => secondPerson)).toBe(true);
  });
});

describe('the lawful basis', () => {
  const about = (family: FlagDefinition['family']) => byPeople.filter(flag => flag.family === family);

  test.each(about('adjustment'))('$code: health needs a condition of its own', ({ lawfulBasis }) => {
    expect(lawfulBasis).toMatch(/9\(2\)\(g\).*Data Protection Act 2018, Sch\. 1/);
  });

  test.each(about('staff-safety'))('$code: offences need a condition of their own', ({ lawfulBasis }) => {
    expect(lawfulBasis).toMatch(/Art\. 10 with the Data Protection Act 2018, Sch\. 1/);
  });
});

describe('domestic abuse', () => {
  const { hangsOn, audience, code, instruction } =
    definitions.find(flag => flag.code === 'safe-contact') ?? {};

  it('is kept on the person, and unknown to everyone who does not act on it', () => {
    expect([hangsOn, audience?.everyone]).toEqual(['person', 'none']);
    const know = teamSchema.options.filter(team => flagVisibility('safe-contact', team) !== 'none');
    expect(know).toEqual(['resident-services', 'contact-centre', 'management']);
  });

  it('is in no word that anybody reads', () => {
    expect(`${code} ${instruction}`).not.toMatch(/abus|domestic|victim|survivor|partner|violen/i);
    const said = definitions.map(flag => `${flag.code} ${flag.instruction}`).join(' ');
    expect(said).not.toMatch(/domestic|victim|survivor/i);
  });

  it('never marks a home: only on persons is there anything that some team may not know of', () => {
    const secret = definitions.filter(flag =>
      teamSchema.options.some(team => flagVisibility(flag.code, team) === 'none'),
    );
    expect(secret.map(flag => [flag.code, flag.hangsOn])).toEqual([
      ['safeguarding', 'person'],
      ['safe-contact', 'person'],
      ['newly-fled', 'person'],
    ]);
  });
});

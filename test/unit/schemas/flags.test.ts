import { describe, expect, it, test } from 'vitest';
import {
  type FlagDefinition,
  familySchema,
  hangsOnSchema,
  severitySchema,
} from '../../../schemas/flags/definition.ts';
import { flagCodeSchema, flagDefinition, flagDefinitions, flagVisibility } from '../../../schemas/flags.ts';
import { teamSchema, visibilitySchema } from '../../../schemas/teams.ts';

const definitions: readonly FlagDefinition[] = flagDefinitions;
const personal = definitions.filter(({ hangsOn }) => hangsOn === 'person');

describe('the flag taxonomy', () => {
  it('has each code once', () => {
    const codes = definitions.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(flagCodeSchema.options).toEqual(codes);
  });

  test.each(definitions)('$code is complete', flag => {
    expect(flag.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(familySchema.options).toContain(flag.family);
    expect(hangsOnSchema.options).toContain(flag.hangsOn);
    expect(severitySchema.options).toContain(flag.severity);
    expect(visibilitySchema.options).toContain(flag.audience.everyone);
  });

  test.each(definitions)(
    '$code is looked at again within a year: nothing lives for ever',
    ({ reviewDays }) => {
      expect(Number.isInteger(reviewDays)).toBe(true);
      expect(reviewDays).toBeGreaterThanOrEqual(7);
      expect(reviewDays).toBeLessThanOrEqual(365);
    },
  );

  test.each(definitions)('$code says what to do, in a line that fits a screen', ({ instruction }) => {
    expect(instruction).toMatch(/^[A-Z].*\.$/);
    expect(instruction.length).toBeLessThanOrEqual(110);
  });

  test.each(personal)('$code gives no personal reason in its instruction', ({ instruction }) => {
    expect(instruction).not.toMatch(
      /\b(because|assault|violen|abus|threat|convict|arrest|police|disab|deaf|blind|illness|diagnos|mental|dementia|depress|drug|alcohol|pregnan|victim|asthma)/i,
    );
  });

  test.each(personal)('$code keeps its reasons from most teams', ({ code }) => {
    const full = teamSchema.options.filter(team => flagVisibility(code as never, team) === 'full');
    expect(full).toContain('management');
    expect(full.length).toBeLessThanOrEqual(3);
  });

  it('lets rules alone raise the derived flags, and those are about property', () => {
    const derived = definitions.filter(flag => flag.derived);
    expect(derived.map(({ code }) => code).toSorted()).toEqual([
      'access-missed',
      'active-leak',
      'closed-under-legal-hold',
      'recurrent-leak',
    ]);
    expect(derived.every(({ hangsOn }) => hangsOn === 'property')).toBe(true);
  });

  it('shows safeguarding to nobody who does not act on it', () => {
    expect(flagVisibility('safeguarding', 'repairs')).toBe('none');
    expect(flagVisibility('safeguarding', 'contact-centre')).toBe('instruction');
    expect(flagVisibility('safeguarding', 'resident-services')).toBe('full');
  });

  it('refuses to speak of a code that is not in it', () => {
    expect(() => flagDefinition('violent' as never)).toThrow('No flag has the code violent');
  });
});

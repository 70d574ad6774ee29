import { describe, expect, it, test } from 'vitest';
import { rules } from '../../../functions/core/rules/rules.ts';
import {
  type FlagDefinition,
  familySchema,
  hangsOnSchema,
  severitySchema,
} from '../../../schemas/flags/definition.ts';
import {
  type FlagCode,
  flagCodeSchema,
  flagDefinition,
  flagDefinitions,
  flagVisibility,
} from '../../../schemas/flags.ts';
import { teamSchema, visibilitySchema } from '../../../schemas/teams.ts';

type Entry = FlagDefinition & { code: FlagCode };
const definitions: readonly Entry[] = flagDefinitions;
const personal = definitions.filter(({ hangsOn }) => hangsOn === 'person' || hangsOn === 'tenancy');
const seeInFull = (code: FlagCode) =>
  teamSchema.options.filter(team => flagVisibility(code, team) === 'full');
const distinct = <T>(values: readonly T[]) => [...new Set(values)].toSorted();

describe('the flag taxonomy', () => {
  it('has each code and each instruction once', () => {
    const codes = definitions.map(({ code }) => code);
    expect(distinct(codes)).toHaveLength(codes.length);
    expect(distinct(definitions.map(({ instruction }) => instruction))).toHaveLength(codes.length);
    expect(flagCodeSchema.options).toEqual(codes);
  });

  it('uses every family, every scope and every severity', () => {
    expect(distinct(definitions.map(({ family }) => family))).toEqual(familySchema.options.toSorted());
    expect(distinct(definitions.map(({ hangsOn }) => hangsOn))).toEqual(hangsOnSchema.options.toSorted());
    expect(distinct(definitions.map(({ severity }) => severity))).toEqual(severitySchema.options.toSorted());
  });

  test.each(definitions)('$code is complete', flag => {
    expect(flag.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(familySchema.options).toContain(flag.family);
    expect(hangsOnSchema.options).toContain(flag.hangsOn);
    expect(severitySchema.options).toContain(flag.severity);
    expect(visibilitySchema.options).toContain(flag.audience.everyone);
    expect(flag.lawfulBasis).toMatch(/^UK GDPR Art\. 6\(1\)\([a-f]\).*\.$/);
  });

  test.each(definitions)('$code is looked at again within a year and does not live for ever', flag => {
    expect([flag.reviewDays, flag.maximumDays].every(Number.isInteger)).toBe(true);
    expect(flag.reviewDays).toBeGreaterThanOrEqual(7);
    expect(flag.reviewDays).toBeLessThanOrEqual(365);
    expect(flag.maximumDays).toBeGreaterThanOrEqual(flag.reviewDays);
    expect(flag.maximumDays).toBeLessThanOrEqual(flag.secondPerson ? 365 : 730);
  });

  test.each(definitions)('$code says what to do, in a line that fits a screen', ({ instruction }) => {
    expect(instruction).toMatch(/^[A-Z].*\.$/);
    expect(instruction.length).toBeLessThanOrEqual(110);
  });

  test.each(personal)('$code gives no personal reason in its instruction', ({ instruction }) => {
    expect(instruction).not.toMatch(
      /\b(because|assault|violen|abus|threat|weapon|convict|arrest|police|disab|deaf|blind|illness|diagnos|medic|mental|dementia|autis|depress|suicid|drug|alcohol|hoard|infect|pregnan|baby|child|victim|asthma|oxygen|dialysis|marac)/i,
    );
  });

  test.each(personal.filter(({ code }) => code !== 'termination-requested'))(
    '$code keeps its reasons from most teams',
    ({ code }) => {
      expect(seeInFull(code)).toContain('management');
      expect(seeInFull(code).length).toBeLessThanOrEqual(3);
    },
  );

  it('lets rules alone raise the derived flags, and those are about property', () => {
    const derived = definitions.filter(flag => flag.derived);
    const advice =
      'a derived flag has a rule in functions/core/rules/rules.ts, and the flag of a rule is derived';
    expect(derived.map(({ code }) => code).toSorted(), advice).toEqual(
      rules.map(({ code }) => code).toSorted(),
    );
    expect(derived.length).toBeGreaterThan(0);
    expect(derived.every(({ hangsOn }) => hangsOn === 'property')).toBe(true);
  });

  it('refuses to speak of a code that is not in it', () => {
    expect(() => flagDefinition('violent' as never)).toThrow('No flag has the code violent');
  });
});

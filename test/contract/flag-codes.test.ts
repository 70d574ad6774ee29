import { describe, expect, it, test } from 'vitest';
import type { LocalFlagCode } from '../../functions/adapters/contract.ts';
import { adapters } from '../../functions/adapters/registry.ts';
import { adapter as repairs } from '../../functions/adapters/repairs/adapter.ts';
import { draftCodeOf } from '../../functions/adapters/repairs/draft-person-codes.ts';
import { outbound } from '../../functions/adapters/repairs/outbound.ts';
import { adapter as tenancy } from '../../functions/adapters/tenancy/adapter.ts';
import { flagDefinition, flagDefinitions, flagVisibility } from '../../schemas/flags.ts';
import { announcement, contextOf } from '../support/announcements.ts';
import { raiseRepairOf, repairsRefuses, repairsSays } from '../support/hact-messages.ts';
import { tenancyEventOf, tenancyRefuses, tenancySays } from '../support/tenancy-events.ts';

const customer = { reference: [{ id: '45c7', allocatedBy: 'tenancy' }] };
const personAlert = (type: string) => raiseRepairOf({ customer, personAlert: [{ type }] });
const locals = (codes: readonly LocalFlagCode[], list: string) =>
  codes.filter(entry => entry.list === list).map(({ local }) => local);

/** HACT's lists as they are published, with how each code is spelled there. */
const hactPerson = '0 1 10 10-10 20 20-10 20-20 20-30 20-40 20-50 20-60 20-70 30 40 50 60'.split(' ');
const hactLocation = '0 1 10 20 30 40 50'.split(' ');
/** The tenancy system's list as it is published: ten codes with a temporary twin, eight without. */
const cautionary =
  'DA DAT CF CFT CI CIT CV CVT OI OIT PA PAT SA SAT UE UET VA VAT CX CXT COR DV SPR TRA APT VOID DIS TERM'.split(
    ' ',
  );
/** The draft's groups, and the number of the last code of each. */
const draftGroups: Readonly<Record<string, number>> = {
  MED1: 5,
  MED2: 6,
  MED3: 3,
  MED4: 4,
  MED5: 5,
  MED6: 6,
  MED7: 10,
  PREG1: 15,
  MH1: 12,
  MH2: 6,
  AGE1: 7,
  RISK1: 6,
  RISK2: 7,
  RISK3: 3,
  RISK4: 3,
  RISK5: 9,
  SAF1: 2,
  SAF2: 3,
  SAF3: 3,
  COMM1: 12,
};
const draftCodes = Object.entries(draftGroups).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}.${String(index + 1).padStart(2, '0')}`),
);

describe('the lists of local codes', () => {
  it('have every HACT code for persons and for locations, and hang each on what HACT hangs it on', () => {
    expect(locals(repairs.flagCodes, 'PersonAlertTypeCode')).toEqual(hactPerson);
    expect(locals(repairs.flagCodes, 'LocationAlertTypeCode')).toEqual(hactLocation);
    const published = repairs.flagCodes.filter(({ list }) => list !== 'shared-code');
    const scopes = published.map(({ list, code }) => `${list} ${flagDefinition(code).hangsOn}`);
    expect([...new Set(scopes)].toSorted()).toEqual([
      'LocationAlertTypeCode property',
      'PersonAlertTypeCode person',
      'person_alert_codes person',
    ]);
  });

  it('have all 28 codes of the tenancy system', () => {
    expect(locals(tenancy.flagCodes, 'cautionary-alert').toSorted()).toEqual(cautionary.toSorted());
    expect(cautionary).toHaveLength(28);
  });

  it('never say by a local code what only a rule may find', () => {
    const said = adapters.flatMap(({ flagCodes }) => flagCodes.filter(word => word.said !== 'never'));
    const byRulesAlone = said.filter(({ code }) => {
      const { derived, mayRaise } = flagDefinition(code);
      return derived === true && mayRaise.length === 0;
    });
    expect(byRulesAlone).toEqual([]);
  });
});

describe('two codes that look alike are two codes', () => {
  const ascii = '10-10';
  const hyphen = '10\u201010';
  const nonBreaking = '10\u201110';
  const alert = (code: string) =>
    tenancyEventOf('CautionaryAlertCreatedEvent', { code, mmhid: 'mr-b', assetId: 'asset-7' });

  it('10-10 is anti-social behaviour to one system, 10\u201110 is verbal abuse to another, and neither is both', () => {
    expect(repairsSays(personAlert(ascii))[1]?.data).toMatchObject({ code: 'anti-social-behaviour' });
    expect(tenancySays(alert(nonBreaking))).toMatchObject([{ data: { code: 'verbal-abuse' } }]);
    expect(repairsRefuses(personAlert(nonBreaking))).toMatchObject([{ received: '10\\u201110' }]);
    expect(tenancyRefuses(alert(ascii))).toMatchObject([{ received: ascii }]);
  });

  it('10\u201010, with a third hyphen, is unknown to both, and the refusal says which hyphen it was', () => {
    expect(repairsRefuses(personAlert(hyphen))).toMatchObject([{ received: '10\\u201010' }]);
    expect(tenancyRefuses(alert(hyphen))).toMatchObject([{ received: '10\\u201010' }]);
  });
});

describe('the draft person alert codes', () => {
  test.each(draftCodes)('%s says what to do, on the person', type => {
    const assertion = repairsSays(personAlert(type)).find(draft => draft.type === 'housing.flag.asserted.v1');
    expect(assertion).toMatchObject({ persons: ['tenancy:45c7'], data: { localCode: draftCodeOf(type) } });
  });

  it('have a meaning for every group, and no code that the draft does not have', () => {
    const known = locals(repairs.flagCodes, 'person_alert_codes');
    expect(known.filter(local => !local.includes('.'))).toEqual(Object.keys(draftGroups));
    expect(known.filter(local => local.includes('.') && !draftCodes.includes(local))).toEqual([]);
  });

  it('keep the number of a diagnosis to themselves', () => {
    const kept = draftCodes.map(draftCodeOf).filter(local => /^(MED|PREG|MH1)\d*\./.test(local));
    expect(kept).toEqual([]);
    expect(draftCodeOf('RISK5.04')).toBe('RISK5.04');
  });

  test.each(['MED8', 'MED8.01', 'MED1.1', 'med1', 'RISK', 'MED1.01 '])('do not know “%s”', type => {
    expect(draftCodeOf(type)).toBe(type);
    const known = locals(repairs.flagCodes, 'person_alert_codes');
    expect(known).not.toContain(type);
  });

  it('stay on the way in: a system that speaks HACT is told HACT’s codes', () => {
    const told = flagDefinitions.map(({ code }) => {
      const { body } = outbound(announcement('raised', { code, places: [] }), contextOf('repairs', {}));
      return (body as { type: string }).type;
    });
    expect(told.filter(type => !hactPerson.includes(type))).toEqual([]);
  });
});

describe('domestic abuse never marks the victim’s home', () => {
  const dv = { code: 'DV', mmhid: 'mrs-c', assetId: 'asset-7', uprn: '200000471107', tenureId: 'tenure-7b' };

  it('comes in on the person alone, under a code that does not say it, whatever home it was sent with', () => {
    const [flag, ...others] = tenancySays(tenancyEventOf('CautionaryAlertCreatedEvent', dv));
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ persons: ['tenancy:mrs-c'], data: { code: 'safe-contact' } });
    expect(flag).not.toHaveProperty('home');
    for (const type of ['SAF1', 'SAF1.01', 'SAF1.02']) {
      expect(repairsSays(personAlert(type))[1]).toMatchObject({
        persons: ['tenancy:45c7'],
        data: { code: 'safe-contact' },
      });
    }
  });

  it('waits without the person: the home is not marked instead', () => {
    const { mmhid: _, ...nobody } = dv;
    const [flag] = tenancySays(tenancyEventOf('CautionaryAlertCreatedEvent', nobody));
    expect(flag).toMatchObject({ persons: [], data: { code: 'safe-contact' } });
    expect(flag).not.toHaveProperty('home');
  });

  it('goes out to no system but that of the team that keeps it', () => {
    const told = adapters.filter(({ manifest }) => flagVisibility('safe-contact', manifest.team) !== 'none');
    expect([...new Set(told.map(({ manifest }) => manifest.team))]).toEqual(['resident-services']);
  });
});

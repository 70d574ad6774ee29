import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isSystemsToSay, systems } from '../../functions/adapters/connected.ts';
import { type EventDraft, sayableAs } from '../../functions/adapters/contract.ts';
import { adapterFor, adapters } from '../../functions/adapters/registry.ts';
import { cloudEvent } from '../../functions/delivery/deliver/cloud-event.ts';
import { translate } from '../../functions/intake/item/translate.ts';
import { hubTypes, officersTypes } from '../../schemas/authority.ts';
import { eventDefinition } from '../../schemas/catalogue.ts';
import { clearingReasonSchema } from '../../schemas/flag-life.ts';
import { flagCodeSchema, flagDefinition, flagDefinitions } from '../../schemas/flags.ts';
import { itemsIn, samplesOf, systemFolders, typesNamedBy, understood } from '../support/adapter-samples.ts';
import { announcement, contextOf } from '../support/announcements.ts';
import { faultsOf } from '../support/drafts.ts';
import { runs } from '../support/effort.ts';
import { mutationsOf } from '../support/mutations.ts';

const home = '200000471104';

/** What keeps a draft from reaching the record of exactly what it is about. */
function misplaced(draft: EventDraft): string[] {
  const { type, home: at, source, persons = [] } = draft;
  const reaches: readonly string[] = eventDefinition(type)?.reaches ?? [];
  const reached = [
    at !== undefined && reaches.includes('home'),
    source !== undefined && reaches.includes('source'),
    persons.length > 0 && reaches.includes('person'),
  ];
  if (!reached.includes(true)) return [`${type} reaches no record`];
  if (type !== 'housing.flag.asserted.v1' && type !== 'housing.flag.withdrawn.v1') return [];
  const { hangsOn } = flagDefinition(draft.data.code);
  const right = hangsOn === 'person' ? persons.length === 1 && at === undefined : persons.length === 0;
  return right ? [] : [`${draft.data.code} hangs on a ${hangsOn}`];
}

describe('the registry', () => {
  it('has every folder with a manifest and nothing else', () => {
    const advice = 'a folder in functions/adapters/ has one line in functions/adapters/systems.ts';
    expect(systems.toSorted(), advice).toEqual(systemFolders().toSorted());
  });

  it('lets a system say what its adapter makes, and one that is connected no more what it said', () => {
    expect(isSystemsToSay('repairs', 'housing.repair.raised.v1')).toBe(true);
    expect(isSystemsToSay('repairs', 'housing.person.identified.v1')).toBe(true);
    expect(isSystemsToSay('repairs', 'housing.tenancy.started.v1')).toBe(false);
    expect(isSystemsToSay('toString', 'housing.tenancy.started.v1')).toBe(true);
  });

  it('knows no system that is not there', () => {
    expect(adapterFor('lifts')).toBeUndefined();
  });
});

describe.each(adapters.map(adapter => ({ system: adapter.manifest.system, adapter })))(
  '$system',
  ({ system, adapter }) => {
    const samples = samplesOf(system);

    test.each(samples)('$name becomes what it must', sample => {
      expect(adapter.manifest.accepts).toContain(sample.essence);
      expect(understood(sample, adapter)).toEqual(sample.expected);
    });

    test.each(samples)(
      '$name says nothing that the shared language refuses, or of the wrong subject',
      sample => {
        const { drafts = [] } = understood(sample, adapter);
        expect(drafts.flatMap(draft => [...faultsOf(draft), ...misplaced(draft)])).toEqual([]);
      },
    );

    it('has samples that are accepted and samples that are refused', () => {
      const advice = `add a sample to functions/adapters/${system}/samples`;
      expect(
        samples.some(({ expected }) => (expected.drafts ?? []).length > 0),
        advice,
      ).toBe(true);
      expect(
        samples.some(({ expected }) => (expected.problems ?? []).length > 0),
        advice,
      ).toBe(true);
    });

    it('never throws, and never says what the shared language refuses, whatever its own shape lets through', () => {
      const items = samples
        .flatMap(sample => itemsIn(sample, adapter))
        .filter(item => 'drafts' in translate(item, adapter));
      let accepted = 0;
      const property = fc.property(mutationsOf(items.map(({ item }) => item)), mutated => {
        const parsed = adapter.itemSchema.safeParse(mutated);
        if (!parsed.success) return;
        const translation = adapter.inbound(parsed.data);
        if (!translation.ok) {
          expect(translation.problems).not.toEqual([]);
          return;
        }
        accepted += 1;
        // What names nobody waits in quarantine until somebody says who is meant.
        const named = translation.events.filter(({ persons }) => persons?.length !== 0);
        expect(named.flatMap(draft => [...faultsOf(draft), ...misplaced(draft)])).toEqual([]);
        expect(adapter.manifest.says).toEqual(
          expect.arrayContaining(translation.events.map(({ type }) => type)),
        );
      });
      fc.assert(property, { numRuns: runs(3000) });
      expect(accepted).toBeGreaterThan(100);
    });

    it('may say what its code can make, and nothing else', () => {
      const says: readonly string[] = adapter.manifest.says;
      expect(says, 'declare in `says` of the manifest what the adapter makes, in order').toEqual(
        typesNamedBy(system),
      );
      const made = samples.flatMap(({ expected }) => expected.drafts ?? []).map(({ type }) => type);
      expect(says).toEqual(expect.arrayContaining(made));
      const others = new Set([...hubTypes, ...officersTypes]);
      expect(sayableAs(adapter.manifest).filter(type => others.has(type))).toEqual([]);
    });

    it('has one meaning for each local code of a list', () => {
      const known = adapter.flagCodes.map(({ list, local }) => `${list} ${local}`);
      expect(known).toEqual([...new Set(known)]);
      for (const { code } of adapter.flagCodes) expect(flagCodeSchema.safeParse(code).success).toBe(true);
    });

    describe.each(['raised', 'changed', 'cleared'] as const)('told of a flag that is %s', action => {
      test.each(flagDefinitions)(
        '$code: what to do, where, which version, and that the hub said it',
        ({ code }) => {
          const event = announcement(action, { code, places: [home] });
          const { outbound = cloudEvent } = adapter;
          const message = outbound(event, contextOf(system, {}));
          const text = JSON.stringify(message.body);
          expect(JSON.parse(text)).toEqual(message.body);
          for (const part of [event.id, event.data.flag.instruction, home, 'leaks', 'tenancy']) {
            expect(text).toContain(part);
          }
          expect(text).toMatch(/"version":3\b/i);
        },
      );
    });

    describe('says of a flag, so that “time passed” and “made safe” do not look alike,', () => {
      const { outbound = cloudEvent } = adapter;
      const textOf = (...given: Parameters<typeof announcement>) =>
        JSON.stringify(outbound(announcement(...given), contextOf(system, {})).body);

      test('why it ended, in a word for each reason', () => {
        const flag = { code: 'electrics-isolated' as const, places: [home] };
        const texts = clearingReasonSchema.options.map(reason => textOf('cleared', flag, undefined, reason));
        expect(new Set(texts).size).toBe(texts.length);
      });

      test('whether it is alleged, confirmed or overdue for review', () => {
        const states = ['pending-approval', 'active', 'review-due', 'review-overdue'] as const;
        const flag = { code: 'do-not-visit-alone' as const, places: [home] };
        const texts = states.map(state => textOf('raised', { ...flag, state }));
        expect(new Set(texts).size).toBe(states.length);
      });
    });
  },
);

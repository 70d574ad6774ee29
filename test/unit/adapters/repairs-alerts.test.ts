import { describe, expect, it } from 'vitest';
import { flagDefinition } from '../../../schemas/flags.ts';
import { raiseRepairOf, repairsRefuses, repairsSays, statusUpdateOf } from '../../support/hact-messages.ts';

const update = (fields: object) => statusUpdateOf({ typeCode: '0', otherType: 'addNote', ...fields });
const gas = { type: '1', sharedCode: 'gas-isolated' };
const flagsOf = (message: object) =>
  repairsSays(message).filter(({ type }) => type.startsWith('housing.flag.'));

describe('an alert on a message about a job', () => {
  it('says with the hub’s word what HACT has no code for, on any message', () => {
    for (const message of [update({ locationAlert: [gas] }), raiseRepairOf({ locationAlert: [gas] })]) {
      expect(flagsOf(message)).toMatchObject([
        { type: 'housing.flag.asserted.v1', data: { code: 'gas-isolated', localCode: 'gas-isolated' } },
      ]);
    }
  });

  it('takes it back when it is over, and is history where it says since when it was so', () => {
    expect(flagsOf(update({ locationAlert: [{ ...gas, isActive: false }] }))).toMatchObject([
      { type: 'housing.flag.withdrawn.v1', data: { code: 'gas-isolated' } },
    ]);
    const over = { ...gas, startDate: '2025-06-01', endDate: '2025-06-04' };
    expect(flagsOf(update({ locationAlert: [over] }))).toMatchObject([
      { type: 'housing.flag.asserted.v1', happened: { at: '2025-05-31T23:00:00.000Z' } },
      { type: 'housing.flag.withdrawn.v1', data: { endedAt: '2025-06-03T23:00:00.000Z' } },
    ]);
  });

  it('says that it was never so, where it ended as entered in error', () => {
    const ended = (endReason: string) =>
      flagsOf(update({ locationAlert: [{ ...gas, isActive: false, endReason }] }))[0]?.data;
    expect(ended('enteredInError')).toMatchObject({ enteredInError: true });
    expect(ended('Entered in error')).toMatchObject({ enteredInError: true });
    expect(ended('decided')).not.toHaveProperty('enteredInError');
  });

  it('keeps an end that is still to come, which ends nothing by itself', () => {
    expect(flagsOf(update({ locationAlert: [{ ...gas, endDate: '2025-07-01' }] }))).toMatchObject([
      { type: 'housing.flag.asserted.v1', data: { endsOn: '2025-07-01' } },
    ]);
  });

  it('that only the hub says is noted as a copy, and the job is taken', () => {
    const copied = { type: '1', sharedCode: 'active-leak', comments: 'See the hub' };
    const said = repairsSays(raiseRepairOf({ locationAlert: [copied] }));
    expect(said.map(({ type }) => type)).toEqual([
      'housing.repair.raised.v1',
      'housing.repair.note-added.v1',
    ]);
    expect(said[1]).toMatchObject({ data: { about: 'Alert of the hub, copied: active-leak' } });
  });

  it('is what the shared code says beside the nearest of HACT’s codes, and that code alone without one', () => {
    const codes = (alert: object) =>
      flagsOf(update({ locationAlert: [alert] })).map(({ data }) => 'code' in data && data.code);
    expect(codes({ type: '10', sharedCode: 'communal-asbestos' })).toEqual(['communal-asbestos']);
    for (const sharedCode of [undefined, 'asbestos', 'gas-isolated']) {
      expect(codes({ type: '10', sharedCode })).toEqual(['asbestos']);
    }
  });

  it('that only others say is noted as a copy, also by the nearest of HACT’s codes', () => {
    const customer = { reference: [{ id: '45c7', allocatedBy: 'tenancy' }] };
    const copied = { type: '10', sharedCode: 'verbal-abuse' };
    expect(repairsSays(update({ customer, personAlert: [copied] }))).toMatchObject([
      { type: 'housing.repair.note-added.v1' },
      { type: 'housing.repair.note-added.v1', data: { about: 'Alert of the hub, copied: verbal-abuse' } },
    ]);
  });

  it('is what the hub’s own words beside it name, where the shared code was lost on the way', () => {
    const { severity, instruction } = flagDefinition('communal-asbestos');
    const comments = `${severity.toUpperCase()}, communal asbestos: ${instruction}`;
    for (const isActive of [true, false]) {
      const copied = { type: '10', comments, isActive };
      expect(flagsOf(update({ locationAlert: [copied] }))).toMatchObject([
        { data: { code: 'communal-asbestos' } },
      ]);
      const own = { ...copied, comments: 'Asbestos in the hall ceiling' };
      expect(flagsOf(update({ locationAlert: [own] }))).toMatchObject([{ data: { code: 'asbestos' } }]);
    }
  });

  it('is refused in a word that nobody has, or that hangs on another', () => {
    for (const sharedCode of ['no-such-code', 'no-naked-flame']) {
      expect(repairsRefuses(update({ locationAlert: [{ type: '1', sharedCode }] }))).toMatchObject([
        { path: '/locationAlert/0/sharedCode', received: sharedCode },
      ]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../../functions/core/record/timeline.ts';
import { archivedOf } from '../../../../../functions/operators/ops/rebuild/archived.ts';
import type { Heard } from '../../../../../functions/shell/tables/records/heard.ts';
import type { SystemEvent } from '../../../../../schemas/catalogue.ts';
import { type LocalReference, propertySubject } from '../../../../../schemas/reference.ts';
import { eventOf, flat4, instant } from '../../../../support/events.ts';

const home = propertySubject(flat4);
const repair = (type: 'raised' | 'closed' | 'completed', workOrder: string) => {
  const common = { at: '2025-06-03T09:00:00Z', home: flat4, system: 'repairs' };
  const data = { workOrderReference: workOrder as LocalReference };
  if (type === 'raised')
    return eventOf({ ...common, type: 'housing.repair.raised.v1', data: { ...data, priority: 'high' } });
  return eventOf({ ...common, type: 'housing.repair.completed.v1', data: { ...data, evidence: [] } });
};
const [raised, completed, stray] = [
  repair('raised', 'R-1'),
  repair('completed', 'R-1'),
  repair('completed', 'R-2'),
];
const amended: SystemEvent = { ...raised, time: instant('2025-06-04T09:00:00Z') };
const nothingHeard = new Map<string, Heard>();

describe('what the archive has of a subject', () => {
  it('is what is on record, each event once', () => {
    const archived = archivedOf(home, [completed, raised, completed], [raised, completed], nothingHeard);
    expect(archived).toEqual({ events: [completed, raised], unrecorded: [], unarchived: [] });
  });

  it('is not what is in quarantine: a closing of what was never opened, an id with other content', () => {
    const heard = new Map([[raised.id, { fingerprint: fingerprintOf(raised), happened: raised.time }]]);
    const { events, unrecorded } = archivedOf(home, [amended, raised, stray], [raised], heard);
    expect([events, unrecorded]).toEqual([[raised], []]);
    expect(archivedOf(home, [amended], [], heard)).toEqual({ events: [], unrecorded: [], unarchived: [] });
  });

  it('is told from what is on record by the ids that only one of the two has', () => {
    expect(archivedOf(home, [raised], [completed], nothingHeard)).toMatchObject({
      unrecorded: [raised.id],
      unarchived: [completed.id],
    });
  });
});

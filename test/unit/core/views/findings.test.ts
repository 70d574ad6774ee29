import { expect, it } from 'vitest';
import type { Viewer } from '../../../../functions/core/views/need-to-know.ts';
import { timelineEntryView } from '../../../../functions/core/views/timeline.ts';
import type { LocalReference } from '../../../../schemas/reference.ts';
import { type Team, teamSchema } from '../../../../schemas/teams.ts';
import { eventOf, flat4, flat7 } from '../../../support/events.ts';

const text = 'Ceiling dry';
const viewer = (team: Team): Viewer => ({ teams: [team], teamOfSystem: () => 'leaks' });
const visit = eventOf({
  ...{ type: 'housing.repair.attended.v1', system: 'repairs', at: '2025-06-12T14:10:00Z', home: flat7 },
  data: {
    ...{ workOrderReference: 'R-1' as LocalReference, outcome: 'inspected' },
    finding: { text, classification: 'personal', finding: true },
  },
});
const seen = (team: Team) => timelineEntryView({ event: visit, role: 'home' }, viewer(team));

it('a finding is read by whoever works at homes, and no such read is of personal detail', () => {
  const reading = teamSchema.options.filter(team => seen(team)?.answer.data['finding'] === text);
  expect(reading).toEqual(teamSchema.options.filter(team => team !== 'data-protection'));
  expect(seen('surveying')?.disclosed).toEqual([]);
});

it('text is disclosed about the subject whose timeline it is, not about the other home that it touches', () => {
  const leak = eventOf({
    ...{ type: 'housing.leak.reported.v1', at: '2025-06-12T14:10:00Z', home: flat7, source: flat4 },
    data: { leakReference: 'L-1' as LocalReference, note: { text: 'Came in', classification: 'personal' } },
  });
  expect(timelineEntryView({ event: leak, role: 'home' }, viewer('leaks'))?.disclosed).toEqual([
    { about: `property/${flat7}`, detail: 'personal-text' },
  ]);
});

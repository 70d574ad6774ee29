import { expect, it } from 'vitest';
import { emptyRecord } from '../../../../functions/core/record/subject-record.ts';
import { livingFlagFor } from '../../../../functions/core/views/flag-view.ts';
import { isListed } from '../../../../functions/core/worklists/worklist.ts';
import { teamSchema } from '../../../../schemas/teams.ts';
import { instant } from '../../../support/events.ts';
import { flagOf } from '../../../support/flags.ts';

const proposed = flagOf('do-not-visit-alone', { state: 'proposed' });
const viewer = (team: (typeof teamSchema.options)[number]) => ({
  teams: [team],
  teamOfSystem: () => undefined,
});

it('a proposed flag is there by its id for every team that has it on its list, and not for the repairs team', () => {
  const at = instant('2025-07-02T10:00:00Z');
  const record = emptyRecord(proposed.on);
  const listed = teamSchema.options.filter(team => isListed(viewer(team), 'proposed', proposed, at));
  expect(listed).toContain('data-protection');
  expect(listed).not.toContain('repairs');
  for (const team of listed) expect(livingFlagFor(viewer(team), proposed, record), team).toBeDefined();
  expect(livingFlagFor(viewer('repairs'), proposed, record)).toBeUndefined();
});

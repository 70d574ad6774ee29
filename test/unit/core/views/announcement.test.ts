import { expect, test } from 'vitest';
import { adapters } from '../../../../functions/adapters/registry.ts';
import { flagEvent } from '../../../../functions/core/flags/flag-event.ts';
import { flagId } from '../../../../functions/core/flags/flag-id.ts';
import { announcementFor } from '../../../../functions/core/views/announcement.ts';
import { type Flag, type FlagCode, flagDefinitions } from '../../../../schemas/flags.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { teamSchema } from '../../../../schemas/teams.ts';
import { flat4, flat7, instant, mrsA } from '../../../support/events.ts';

const protecting: readonly FlagCode[] = ['safeguarding', 'safe-contact', 'newly-fled'];

function flagOf(code: FlagCode): Flag {
  const on = personSubject(mrsA);
  const at = instant('2025-06-03T09:00:00Z');
  return {
    ...{ id: flagId({ code, on }), code, on, family: 'adjustment', hangsOn: 'person', severity: 'high' },
    ...{ instruction: 'Do so.', state: 'active', since: at, sources: ['tenancy'], places: [flat4] },
    ...{ version: 3, changedAt: at },
  };
}

const said = (code: FlagCode) => [
  flagEvent('housing.flag.raised.v1', { flag: flagOf(code) }),
  flagEvent('housing.flag.changed.v1', { flag: flagOf(code), noLongerAt: [flat7] }),
  flagEvent('housing.flag.cleared.v1', { flag: flagOf(code), reason: 'withdrawn' }),
];

test.each(protecting)('no system is told where somebody lives whom %s protects', code => {
  for (const event of said(code)) {
    for (const team of teamSchema.options) {
      const told = announcementFor(team, event);
      for (const adapter of Object.values(adapters)) {
        const message =
          told && adapter.outbound?.(told, { system: adapter.manifest.system, referenceOf: () => undefined });
        expect(JSON.stringify([told, message])).not.toMatch(new RegExp(`${flat4}|${flat7}`));
      }
    }
  }
});

test('every other flag is told with its homes', () => {
  const others = flagDefinitions.map(({ code }) => code).filter(code => !protecting.includes(code));
  for (const code of others) {
    const [raised, changed] = said(code).map(event => announcementFor('management', event));
    expect(raised?.data.flag.places, code).toEqual([flat4]);
    expect(changed?.data, code).toMatchObject({ noLongerAt: [flat7] });
  }
});

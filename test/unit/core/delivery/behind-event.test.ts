import { expect, it } from 'vitest';
import { behindEvent } from '../../../../functions/core/delivery/behind-event.ts';
import type { DriftKind } from '../../../../functions/core/delivery/drift.ts';
import { eventSchema } from '../../../../schemas/catalogue.ts';
import { systemNameSchema } from '../../../../schemas/reference.ts';
import { instant } from '../../../support/events.ts';

const system = systemNameSchema.parse('repairs');
const at = instant('2025-06-02T08:00:00Z');
const since = (kind: DriftKind, time: string) => ({ kind, id: `${kind} ${time}`, since: instant(time) });

it('counts what has been so for half an hour, and since when', () => {
  const event = behindEvent(
    system,
    [
      since('missing', '2025-06-02T07:30:00Z'),
      since('missing', '2025-06-02T07:30:01Z'),
      since('stale', '2025-06-01T07:00:00Z'),
      since('extra', '2025-06-02T06:00:00Z'),
    ],
    at,
  );
  expect(eventSchema.parse(event)).toMatchObject({
    subject: 'system/repairs',
    data: { system, missing: 1, stale: 1, extra: 1, since: '2025-06-01T07:00:00.000Z' },
  });
});

it('says nothing of what is on its way', () => {
  expect(behindEvent(system, [since('missing', '2025-06-02T07:45:00Z')], at)).toBeUndefined();
  expect(behindEvent(system, [], at)).toBeUndefined();
});

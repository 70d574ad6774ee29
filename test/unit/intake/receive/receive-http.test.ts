import { expect, it, vi } from 'vitest';
import type { EventDraft, Translation } from '../../../../functions/adapters/contract.ts';
import { adapter } from '../../../../functions/adapters/leaks/adapter.ts';
import { type HttpDeps, postEvents } from '../../../../functions/intake/receive/receive-http.ts';
import type { ApiRequest } from '../../../../functions/shell/http/officer-request.ts';
import { logLines } from '../../../../functions/shell/log-lines.ts';
import { logger } from '../../../../functions/shell/logger.ts';
import { flat4, instant } from '../../../support/events.ts';
import { unencrypted } from '../../../support/unencrypted.ts';

const request = {
  headers: { 'content-type': 'application/json' },
  body: '{"Date":"19/06/2025","Block":"Larch Ho","Flat":4,"Leak ref":"LFA-1","Status":"Leak again"}',
  isBase64Encoded: false,
} as unknown as ApiRequest;

it('answers an error that nobody foresaw so that the sender tries again, without saying what it was', async () => {
  const fails = () => Promise.reject(new Error('table lintel-directory: no route'));
  const deps: HttpDeps = {
    adapter,
    directory: {
      placesOf: fails,
      homesIn: fails,
      predecessorsOf: fails,
      byReference: fails,
      learnt: fails,
      byAddress: fails,
      byPostcode: fails,
    },
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    publish: () => Promise.resolve([]),
    keep: fails,
    now: () => instant('2025-06-19T20:31:00Z'),
  };
  const answer = await postEvents.answer(deps, request);
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
  expect(answer.body).not.toContain('lintel-directory');
});

it('writes nothing of what a row says into the log, whatever becomes of the row', async () => {
  const logged = (['info', 'warn', 'error'] as const).map(level => vi.spyOn(logger, level).mockReturnValue());
  const rows = [
    {
      Date: '19/06/2025',
      Block: 'Larch Ho',
      Flat: 4,
      'Leak ref': 'LFA-1',
      Status: 'Leak again',
      Notes: 'Mrs Example fell',
    },
    { Date: '19/06/2025', Block: 'Larch Ho', Flat: 4, Status: 'Mrs Example fell' },
  ];
  const deps: HttpDeps = {
    adapter: { ...adapter, inbound: item => withoutData(adapter.inbound(adapter.itemSchema.parse(item))) },
    directory: {
      placesOf: () =>
        Promise.resolve(
          new Map([[flat4, { uprn: flat4, status: 'approved', address: 'a', postcode: '', references: {} }]]),
        ),
      homesIn: () => Promise.resolve([]),
      predecessorsOf: () => Promise.resolve([]),
      byReference: () => Promise.resolve({ uprns: [flat4] }),
      learnt: () => Promise.resolve(new Map()),
      byAddress: () => Promise.resolve({ found: 'none', candidates: [] }),
      byPostcode: () => Promise.resolve([]),
    },
    encrypt: unencrypted.encrypt,
    told: () => Promise.resolve(new Map()),
    publish: () => Promise.resolve([]),
    keep: () => Promise.resolve('q'),
    now: () => instant('2025-06-19T20:31:00Z'),
  };
  expect((await postEvents.answer(deps, { ...request, body: JSON.stringify(rows) })).statusCode).toBe(202);
  const lines = JSON.stringify(logged.map(({ mock }) => mock.calls));
  expect(lines).toContain(logLines.adapterOutputInvalid.code);
  expect(lines).toContain(logLines.itemsReceived.code);
  expect(lines).not.toContain('Example');
});

/** What an adapter with a bug would make: events without the data that their type needs. */
function withoutData(translation: Translation): Translation {
  if (!translation.ok) return translation;
  return { ok: true, events: translation.events.map(event => ({ ...event, data: {} }) as EventDraft) };
}

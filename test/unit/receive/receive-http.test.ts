import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { adapter } from '../../../functions/adapters/leaks/adapter.ts';
import { makeReceiveHttp } from '../../../functions/receive/receive-http.ts';
import { instant } from '../../support/events.ts';

const request = {
  headers: { 'content-type': 'application/json' },
  body: '{"Date":"19/06/2025","Block":"Larch Ho","Flat":4,"Leak ref":"LFA-1","Status":"Leak again"}',
  isBase64Encoded: false,
} as unknown as APIGatewayProxyEventV2;

it('answers an error that nobody foresaw so that the sender tries again, without saying what it was', async () => {
  const fails = () => Promise.reject(new Error('table lintel-directory: no route'));
  const receive = makeReceiveHttp({
    adapter,
    directory: { placesOf: fails, byReference: fails, byAddress: fails, byPostcode: fails },
    publish: () => Promise.resolve([]),
    keep: fails,
    now: () => instant('2025-06-19T20:31:00Z'),
  });
  const answer = await receive(request);
  expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '5' } });
  expect(answer.body).not.toContain('lintel-directory');
});

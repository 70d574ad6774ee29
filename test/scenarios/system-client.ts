import type { LocalHub } from '@infra/local';
import type * as z from 'zod';
import { eventsResponse } from '../../functions/intake/receive/contract.ts';
import { chunksOf } from '../../functions/shell/chunks.ts';

/** What the hub answered to what a system posted. */
export interface Posted {
  status: number;
  body: unknown;
}

/** Which version of which flag a system has taken over. */
export interface Receipt {
  flagId: string;
  version: number;
}

/** A team's system on its way in: it proves who it is by its own client credentials, and posts. */
export interface SystemClient {
  post(request: { contentType: string; body: string }): Promise<Posted>;
  /**
   * Says what it has taken over; nothing is posted where there is nothing to say.
   * @throws {Error} with the hub's answer when it did not take that.
   */
  acknowledge(receipts: readonly Receipt[]): Promise<void>;
}

/** What one request may acknowledge. */
const receiptsAtOnce = 500;

/** What the hub answers when it took what it was sent. */
export type Taken = z.output<typeof eventsResponse>;

/** Makes the client of one system; its token is asked for once, from the hub's issuer, with the client-credentials grant. */
export function makeSystemClient(
  { apiUrl, issuerUrl }: Pick<LocalHub, 'apiUrl' | 'issuerUrl'>,
  credentials: { id: string; secret: string },
): SystemClient {
  let token: Promise<string> | undefined;
  const postTo = async (path: string, contentType: string, body: string): Promise<Posted> => {
    token ??= tokenFor(issuerUrl, credentials);
    const answer = await fetch(`${apiUrl}/v1/systems/${credentials.id}/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token}`, 'content-type': contentType },
      body,
    });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    post: ({ contentType, body }) => postTo('events', contentType, body),
    async acknowledge(receipts) {
      for (const some of chunksOf(receipts, receiptsAtOnce)) {
        const posted = await postTo('receipts', 'application/json', JSON.stringify({ receipts: some }));
        if (posted.status !== 200)
          throw new Error(`The hub took no receipts of ${credentials.id}: ${JSON.stringify(posted)}`);
      }
    },
  };
}

async function tokenFor(issuerUrl: string, { id, secret }: { id: string; secret: string }): Promise<string> {
  const answer = await fetch(`${issuerUrl}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!answer.ok) throw new Error(`The issuer gave ${id} no token: ${answer.status} ${await answer.text()}`);
  const { access_token } = (await answer.json()) as { access_token: string };
  return access_token;
}

/**
 * What became of a posting that the hub has to take whole.
 * @throws {Error} with the hub's answer when it did not.
 */
export function takenWhole(system: string, { status, body }: Posted): Taken {
  const taken = status === 202 ? eventsResponse.safeParse(body) : undefined;
  if (taken?.success && taken.data.rejected.length + taken.data.quarantined.length === 0) return taken.data;
  throw new Error(`The hub did not take everything that ${system} sent: ${status} ${JSON.stringify(body)}`);
}

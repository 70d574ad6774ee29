import type { LocalHub } from '@infra/local';
import { lintel } from '@lintel/client';
import type * as z from 'zod';
import type { Role } from '../../functions/core/views/roles.ts';
import {
  flagsResponse,
  propertyResponse,
  timelineResponse,
} from '../../functions/officers/properties/contract.ts';
import { quarantineListResponse } from '../../functions/officers/quarantine/contract.ts';

type PropertyAnswer = z.output<typeof propertyResponse>;
type FlagsAnswer = z.output<typeof flagsResponse>;
type Quarantined = z.output<typeof quarantineListResponse>['items'][number];
export type TimelineEntry = z.output<typeof timelineResponse>['entries'][number];

/** An officer at the API: every answer is checked against what the API promises. */
export interface Officer {
  property(uprn: string): Promise<PropertyAnswer>;
  flags(uprn: string): Promise<FlagsAnswer['flags']>;
  /** Every entry of a timeline, latest first, page by page; `type` is a subject such as `leak`. */
  timeline(uprn: string, type?: string): Promise<TimelineEntry[]>;
  /** What the hub could not take yet, of the systems of the officer's team. */
  quarantine(): Promise<Quarantined[]>;
}

/** The claims and scope of an officer's token. */
export function officerToken(role: Role) {
  return { subject: `${role}@landlord.example`, claims: { role }, scope: 'lintel/read lintel/write' };
}

/** Makes an officer of a role, who asks by the client that is made from the API's description. */
export function makeOfficer(hub: Pick<LocalHub, 'apiUrl' | 'mintUserToken'>, role: Role): Officer {
  const token = hub.mintUserToken(officerToken(role));
  const client = lintel({ baseUrl: hub.apiUrl, token: () => token });
  const of = (uprn: string) => ({ params: { path: { uprn } } });
  return {
    property: async uprn =>
      propertyResponse.parse(answered(await client.GET('/v1/properties/{uprn}', of(uprn)))),
    flags: async uprn =>
      flagsResponse.parse(answered(await client.GET('/v1/properties/{uprn}/flags', of(uprn)))).flags,
    timeline: (uprn, type) =>
      everyPage(async cursor => {
        const query = { limit: 200, ...(type && { type }), ...(cursor && { cursor }) };
        const answer = await client.GET('/v1/properties/{uprn}/timeline', {
          params: { path: { uprn }, query },
        });
        const { entries, next } = timelineResponse.parse(answered(answer));
        return { entries, next };
      }),
    quarantine: () =>
      everyPage(async cursor => {
        const query = { limit: 100, ...(cursor && { cursor }) };
        const answer = await client.GET('/v1/quarantine', { params: { query } });
        const { items, next } = quarantineListResponse.parse(answered(answer));
        return { entries: items, next };
      }),
  };
}

/** What was answered. @throws {Error} with the problem, when it was one. */
export function answered<T>({ data, error, response }: { data?: T; error?: unknown; response: Response }): T {
  if (data !== undefined) return data;
  throw new Error(`${response.url} was answered ${response.status}: ${JSON.stringify(error)}`);
}

type Page<T> = { entries: readonly T[]; next: string | undefined };

async function everyPage<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const { entries, next } = await page(cursor);
    all.push(...entries);
    cursor = next;
  } while (cursor !== undefined);
  return all;
}

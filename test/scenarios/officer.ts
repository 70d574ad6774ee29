import type { LocalHub } from '@infra/local';
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

/** Makes an officer of a role. */
export function makeOfficer(hub: Pick<LocalHub, 'apiUrl' | 'mintUserToken'>, role: Role): Officer {
  const token = hub.mintUserToken(officerToken(role));
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${hub.apiUrl}/v1/${path}`, {
      headers: { authorization: `Bearer ${await token}` },
    });
    if (answer.ok) return answer.json();
    throw new Error(`GET ${path} as ${role}: ${answer.status} ${await answer.text()}`);
  };
  return {
    property: async uprn => propertyResponse.parse(await get(`properties/${uprn}`)),
    flags: async uprn => flagsResponse.parse(await get(`properties/${uprn}/flags`)).flags,
    async timeline(uprn, type) {
      const entries: TimelineEntry[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ limit: '200', ...(type && { type }), ...(cursor && { cursor }) });
        const page = timelineResponse.parse(await get(`properties/${uprn}/timeline?${query}`));
        entries.push(...page.entries);
        cursor = page.next;
      } while (cursor !== undefined);
      return entries;
    },
    async quarantine() {
      const items: Quarantined[] = [];
      let cursor: string | undefined;
      do {
        const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
        const page = quarantineListResponse.parse(await get(`quarantine?${query}`));
        items.push(...page.items);
        cursor = page.next;
      } while (cursor !== undefined);
      return items;
    },
  };
}

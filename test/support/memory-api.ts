import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { AuditedRead } from '../../functions/core/audit/audited-read.ts';
import { touchOf } from '../../functions/core/record/rows.ts';
import { happenedKey } from '../../functions/core/record/timeline.ts';
import type { Role } from '../../functions/core/views/roles.ts';
import { readingEndpoints } from '../../functions/officers/endpoints.ts';
import type { ApiDeps } from '../../functions/officers/properties/sources.ts';
import type { ApiRequest } from '../../functions/shell/http/officer-request.ts';
import { quarantineItemSchema } from '../../functions/shell/tables/quarantine/item.ts';
import type { TimelinePlace } from '../../functions/shell/tables/records/event-items.ts';
import type { TimelineQuery } from '../../functions/shell/tables/records/timeline-page.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { Instant, Subject, Uprn } from '../../schemas/reference.ts';
import type { Team } from '../../schemas/teams.ts';
import { memoryHub } from './memory-hub.ts';
import { unencrypted } from './unencrypted.ts';

const teams: Record<string, Team> = {
  repairs: 'repairs',
  leaks: 'leaks',
  complaints: 'complaints',
  tenancy: 'resident-services',
};
const flagOfMrB = 'do-not-visit-alone~person~tenancy.3amr-b';
/** What has to be asked for. */
const required: Record<string, Record<string, string>> = {
  '/v1/properties': { reference: '1' },
  '/v1/flags': { list: 'untold' },
};
const itemId = '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11';

export interface Asked {
  role: Role;
  path: string;
  uprn: Uprn;
  headers?: Record<string, string>;
  query?: Record<string, string>;
}

/**
 * The API over a hub in memory that has heard some events and keeps one thing in quarantine.
 * @param audit.fails whether what is read can be written down
 */
export function memoryApi(events: readonly SystemEvent[], now: Instant, audit = { fails: false }) {
  const hub = memoryHub();
  hub.hear(events, now);
  const written: AuditedRead[] = [];
  const place = (uprn: Uprn) => ({
    uprn,
    status: 'approved' as const,
    address: '',
    postcode: '',
    references: {},
  });
  const existing = (subjects: readonly Subject[]) =>
    subjects.flatMap(subject => {
      const stored = hub.stored(subject);
      return stored === undefined ? [] : [[subject, stored] as const];
    });
  const deps = {
    directory: {
      placesOf: async (uprns: Iterable<Uprn>) => new Map([...uprns].map(uprn => [uprn, place(uprn)])),
      predecessorsOf: async () => [],
      byPostcode: async () => [],
      byAddress: async () => new Map(),
      byReference: async () => ({ uprns: [] }),
    },
    numbers: { find: async () => ({ exact: [], near: [] }) },
    subjects: {
      subjects: async (subjects: readonly Subject[]) => new Map(existing(subjects)),
      rows: async (subject: Subject, keys: readonly string[]) =>
        keys.flatMap(key => hub.stored(subject)?.rows[key] ?? []),
      events: async (places: readonly TimelinePlace[]) =>
        places.flatMap(({ subject, happened }) =>
          (hub.stored(subject)?.events ?? []).filter(event => happenedKey(event) === happened),
        ),
      timeline: (query: TimelineQuery) =>
        Promise.resolve(pageOf(hub.stored(query.subject)?.events ?? [], query)),
    },
    history: async () => ({ changes: [], items: [] }),
    flags: hub.flagged,
    quarantine: {
      find: async (systems: readonly string[]) => (systems.includes('tenancy') ? kept(now) : undefined),
      list: async () => ({ items: [kept(now)] }),
    },
    resolver: {},
    listCrossReferences: async () => ({ references: [] }),
    audit: {
      write(reads: readonly AuditedRead[]) {
        if (audit.fails) return Promise.reject(new Error('The table does not answer'));
        written.push(...reads);
        return Promise.resolve();
      },
    },
    teamOfSystem: (system: string) => teams[system],
    ...unencrypted,
    systems: Object.keys(teams),
    tokens: { roleClaim: 'role', claimNames: new Map() },
    now: () => now,
  } as unknown as ApiDeps;
  return {
    written,
    /** Every path that can be read. */
    paths: readingEndpoints.filter(({ method }) => method === 'GET').map(({ path }) => path),
    get({ role, path, uprn, headers = {}, query = {} }: Asked): Promise<APIGatewayProxyStructuredResultV2> {
      const endpoint = readingEndpoints.find(one => one.path === path);
      if (endpoint === undefined) throw new Error(`There is nothing at ${path}`);
      const request = {
        headers,
        pathParameters: {
          uprn,
          ref: 'tenancy:mr-b',
          id: path.startsWith('/v1/quarantine/') ? itemId : flagOfMrB,
        },
        queryStringParameters: { ...required[path], ...query },
        requestContext: { requestId: 'read-1', authorizer: { jwt: { claims: { role, sub: `a ${role}` } } } },
      };
      return endpoint.answer(deps, request as unknown as ApiRequest);
    },
  };
}

function kept(receivedAt: Instant) {
  return quarantineItemSchema.parse({
    ...{ id: itemId, system: 'tenancy', state: 'waiting', reason: 'unmatched', problems: [], receivedAt },
    ...{ payload: '{"about":"THE PAYLOAD"}', contentType: 'application/json' },
  });
}

function pageOf(all: readonly SystemEvent[], { subject, after, limit }: TimelineQuery) {
  const start = after === undefined ? 0 : all.findIndex(event => happenedKey(event) === after.happened) + 1;
  const page = all.slice(start, start + limit);
  const items = page.map(event => ({ event, role: touchOf(event, subject)?.role ?? 'home' }));
  const last = page.at(-1);
  if (last === undefined || start + limit >= all.length) return { items };
  return { items, next: { happened: happenedKey(last) } };
}

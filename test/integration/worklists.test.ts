import { beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { listFlags } from '../../functions/officers/flags/list-flags.ts';
import { worklistResponse } from '../../functions/officers/flags/worklist-contract.ts';
import type { ApiDeps } from '../../functions/officers/properties/sources.ts';
import { makeCommit } from '../../functions/records/commit/commit.ts';
import { cursorOf } from '../../functions/shell/http/cursor.ts';
import type { ApiRequest } from '../../functions/shell/http/officer-request.ts';
import { makeDirectory } from '../../functions/shell/tables/directory/directory-store.ts';
import { makePlaces } from '../../functions/shell/tables/directory/directory-writer.ts';
import type { EventsTable } from '../../functions/shell/tables/records/event-items.ts';
import { readFlags } from '../../functions/shell/tables/records/flagged-reader.ts';
import { flaggedShard, flaggedShards } from '../../functions/shell/tables/records/keys.ts';
import { makeRecordsStore } from '../../functions/shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../functions/shell/tables/records/subject-reader.ts';
import type { SystemEvent } from '../../schemas/catalogue.ts';
import type { FlagCode } from '../../schemas/flags.ts';
import { type LocalReference, type PersonReference, personSubject } from '../../schemas/reference.ts';
import { collect } from '../support/collect.ts';
import { eventOf, flat4, instant } from '../support/events.ts';
import { unencrypted } from '../support/unencrypted.ts';
import { newTable } from './support/tables.ts';

const now = () => instant('2025-08-01T12:00:00Z');
const people = Array.from({ length: 60 }, (_, index) => `tenancy:p-${index}` as PersonReference);
const codes = ['do-not-attend', 'physical-abuse', 'seek-advice'] as const satisfies FlagCode[];
const says = (change: 'asserted' | 'withdrawn', person: PersonReference, code: FlagCode, at: string) =>
  eventOf({
    ...{ type: `housing.flag.${change}.v1` as const, system: 'tenancy', at, persons: [person] },
    data: { code, localCode: 'X' },
  });

let deps: ApiDeps;
let records: EventsTable;
const hear = async (...events: SystemEvent[]) => {
  const commit = makeCommit({
    store: makeRecordsStore(records),
    keep: () => Promise.reject(new Error('Nothing is to be kept')),
    now,
    pause: () => Promise.resolve(),
  });
  const subjects = new Set(events.flatMap(({ data }) => data.subjects.map(({ subject }) => subject)));
  for (const subject of subjects) {
    const own = events.filter(({ data }) => data.subjects.some(one => one.subject === subject));
    await commit([subject], own);
  }
};
type Page = z.infer<typeof worklistResponse>;
const list = async (query: Record<string, string>): Promise<Page> => {
  const claims = { role: 'enforcement-officer', sub: 'officer-7' };
  const { body } = await listFlags.answer(deps, {
    headers: {},
    queryStringParameters: { list: 'untold', limit: '7', ...query },
    requestContext: { requestId: 'read-1', authorizer: { jwt: { claims } } },
  } as unknown as ApiRequest);
  return worklistResponse.parse(JSON.parse(body ?? ''));
};

beforeEach(async () => {
  const [table, directory] = await Promise.all([newTable('events'), newTable()]);
  records = table;
  deps = {
    ...{ directory: makeDirectory(directory), subjects: makeSubjectReader(records) },
    ...{
      flags: from => readFlags(records, from),
      tokens: { roleClaim: 'role', claimNames: new Map() },
      now,
      teamOfSystem: () => undefined,
      ...unencrypted,
    },
    audit: { write: () => Promise.resolve() },
  } as Partial<ApiDeps> as ApiDeps;
  await makePlaces(directory).write([
    { uprn: flat4, status: 'approved', address: 'Flat 4, Larch House', postcode: 'SE15 4PT', references: {} },
  ]);
  await hear(
    ...people.flatMap((person, index) =>
      codes.slice(0, 1 + (index % 3)).map(code => says('asserted', person, code, '2025-07-01T09:00:00Z')),
    ),
  );
});

/** The ids of the flags of a list, page by page; `between` happens before each page but the first. */
async function read(between: (page: number) => Promise<void> = () => Promise.resolve()): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    if (pages.length > 0) await between(pages.length);
    const page = await list(cursor === undefined ? {} : { cursor });
    pages.push(page.entries.map(({ flag }) => flag.id));
    cursor = page.next;
  } while (cursor !== undefined);
  return pages;
}
const all = async () => (await collect(readFlags(records))).map(({ id }) => id);

describe('a list of flags on the table', () => {
  it('has everything once, whatever part of the index it is in', async () => {
    const found = await read();
    expect(found.flat().toSorted()).toEqual((await all()).toSorted());
    expect(found.flat()).toHaveLength(120);
    expect(found).toHaveLength(Math.ceil(120 / 7));
    expect(new Set(people.map(person => flaggedShard(personSubject(person)))).size).toBeGreaterThan(10);
  });

  it('loses nothing and has nothing twice while flags are raised, cleared and changed between its pages', async () => {
    const before = await all();
    const gone = new Set<string>();
    const found = (
      await read(async page => {
        const [leaving, changing] = [people[page], people[people.length - page]] as const;
        if (leaving === undefined || changing === undefined)
          throw new Error('There are more people than pages');
        const at = '2025-07-20T09:00:00Z';
        for (const code of codes) gone.add(`${code}~person~${leaving.replace(':', '.3a')}`);
        await hear(
          ...codes.map(code => says('withdrawn', leaving, code, at)),
          says('asserted', changing, 'other-incident', at),
          says('asserted', `tenancy:new-${page}` as PersonReference, 'do-not-attend', at),
        );
      })
    ).flat();
    expect(new Set(found).size).toBe(found.length);
    expect(gone.size).toBeGreaterThan(0);
    const stayed = before.filter(id => !gone.has(id));
    expect(stayed.length).toBeGreaterThan(50);
    expect(found).toEqual(expect.arrayContaining(stayed));
  });

  it('goes on with a part of the index, and with no other', async () => {
    const flags = await collect(readFlags(records));
    const startingAt = async (from: string) => list({ cursor: cursorOf({ from }), limit: '50' });
    for (const shard of flaggedShards) {
      const rest = flags.filter(({ on }) => flaggedShard(on) >= shard).map(({ id }) => id);
      const { entries } = await startingAt(shard);
      expect(entries.map(({ flag }) => flag.id).toSorted()).toEqual(rest.slice(0, 50).toSorted());
    }
    await expect(startingAt('FLAGGED#16')).rejects.toThrow();
  });

  it('goes on behind a subject all of whose flags are gone by then', async () => {
    const [first = ''] = (await list({ limit: '1' })).entries.map(({ flag }) => flag.id);
    const { next = '' } = await list({ limit: '1' });
    const flag = (await collect(readFlags(records))).find(({ id }) => id === first);
    const own = people.find(person => personSubject(person) === flag?.on);
    if (own === undefined) throw new Error('Nobody has the first flag');
    await hear(...codes.map(code => says('withdrawn', own, code, '2025-07-20T09:00:00Z')));
    const { entries } = await list({ cursor: next, limit: '50' });
    expect(entries.map(entry => entry.flag.id)).toEqual(expect.arrayContaining((await all()).slice(0, 49)));
  });

  it('leaves out what left the list after the index was read', async () => {
    const stale = await collect(readFlags(records));
    const [first] = people;
    if (first === undefined) throw new Error('There is nobody');
    await hear(says('withdrawn', first, 'do-not-attend', '2025-07-20T09:00:00Z'));
    deps.flags = async function* () {
      yield* stale.filter(({ on }) => on === personSubject(first));
    };
    expect((await list({})).entries).toEqual([]);
  });
});

describe('somebody’s flags', () => {
  const tenant = 'tenancy:p-2' as PersonReference;
  const tenancyReference = 'T-4' as LocalReference;
  const about = { system: 'tenancy', home: flat4, persons: [tenant] };
  const household = [{ person: tenant, responsible: true }];
  const theirs = async (name: string) =>
    (await list({ list: name, limit: '50', ...(await beforeThem()) })).entries.filter(
      ({ flag }) => flag.on === personSubject(tenant),
    );
  /** The cursor of the last flag before theirs. */
  async function beforeThem(): Promise<{ cursor?: string }> {
    const ids = await all();
    const last = ids[ids.findIndex(id => id.endsWith(tenant.replace(':', '.3a'))) - 1];
    return last === undefined ? {} : { cursor: cursorOf({ after: last }) };
  }

  it('have the address of their home, and are unplaced once they have left it', async () => {
    await hear(
      eventOf({
        ...{ ...about, type: 'housing.tenancy.started.v1', at: '2025-07-02T09:00:00Z' },
        data: { tenancyReference, tenure: 'Secure', household },
      }),
    );
    const homes = [{ uprn: flat4, address: 'Flat 4, Larch House' }];
    expect(await theirs('untold')).toMatchObject([{ homes }, { homes }, { homes }]);
    expect(await theirs('unplaced')).toEqual([]);
    await hear(
      eventOf({
        ...{ ...about, type: 'housing.tenancy.ended.v1', at: '2025-07-20T09:00:00Z' },
        data: { tenancyReference },
      }),
    );
    expect(await theirs('unplaced')).toMatchObject([{ homes: [] }, { homes: [] }, { homes: [] }]);
  });
});

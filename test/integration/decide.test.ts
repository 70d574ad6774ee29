import { beforeEach, describe, expect, it } from 'vitest';
import { decidedResponse } from '../../functions/officers/decisions/contract.ts';
import { type LocalReference, personSubject, propertySubject } from '../../schemas/reference.ts';
import { eventOf, flat4, flat7, mrB } from '../support/events.ts';
import { sayingsOf } from '../support/flag-sayings.ts';
import { asbestos, basis, decides, findsAsbestos, id, mrBIsKnown, onPerson, raises } from './support/asks.ts';
import {
  type Answer,
  type Ask,
  type DecisionDesk,
  openDecisionDesk,
  rowsLike,
} from './support/decision-desk.ts';
import { contents, publishedIn } from './support/tables.ts';

const person = personSubject(mrB);
const home = propertySubject(flat4);
const said = sayingsOf('do-not-visit-alone');
let desk: DecisionDesk;
beforeEach(async () => {
  desk = await openDecisionDesk();
  await desk.hear(person, mrBIsKnown);
});

const stateIn = ({ body }: Answer) => decidedResponse.parse(body).state;
const published = async () => publishedIn(await contents(desk.records)).flat();

describe('an officer', () => {
  it('raises a flag: in force at once, with its place and its version, and published before what follows', async () => {
    const answer = await desk.post(raises);
    expect(answer).toMatchObject({ status: 201, location: `/v1/flags/${id}`, etag: '"2"' });
    expect(stateIn(answer)).toBe('pending-approval');
    expect((await published()).map(({ type }) => type).slice(-2)).toEqual([
      'housing.flag.asserted.v1',
      'housing.flag.raised.v1',
    ]);
  });

  it('of a team that may not raise it proposes it: nobody is told', async () => {
    const answer = await desk.post({ ...raises, role: 'repairs-officer' });
    expect(answer.status).toBe(201);
    expect(stateIn(answer)).toBe('proposed');
    expect((await published()).at(-1)?.type).toBe('housing.flag.asserted.v1');
    const approved = await desk.post({ role: 'housing-officer', ...decides('approve', answer.etag) });
    expect(stateIn(approved)).toBe('active');
    expect((await published()).at(-1)?.type).toBe('housing.flag.raised.v1');
  });

  it('never approves what they raised: another does', async () => {
    const { etag } = await desk.post(raises);
    const own = await desk.post({ role: 'enforcement-officer', ...decides('approve', etag) });
    expect(own.status).toBe(403);
    const others = await desk.post({
      role: 'enforcement-officer',
      name: 'another',
      ...decides('approve', etag),
    });
    expect(stateIn(others)).toBe('active');
  });

  it('of a team that may not know of a flag learns no more than that it was taken', async () => {
    const answer = await desk.post({
      ...raises,
      role: 'leaks-officer',
      body: { code: 'safeguarding', basis },
    });
    expect(answer).toMatchObject({ status: 202, etag: undefined });
    expect(Object.keys(answer.body)).toEqual(['id']);
  });
});

describe('a decision', () => {
  it('says what it has seen: 428 without, 412 with the present state when another decision came first', async () => {
    const { etag } = await desk.post(raises);
    expect((await desk.post({ role: 'manager', ...decides('approve', undefined) })).status).toBe(428);
    expect((await desk.post({ role: 'manager', ...decides('approve', 'W/"2"') })).status).toBe(400);
    await desk.post({ role: 'manager', ...decides('approve', etag) });
    const late = await desk.post({ role: 'housing-officer', ...decides('refuse', etag) });
    expect(late).toMatchObject({ status: 412, body: { state: 'active', flag: { version: 3 } } });
    await desk.post({ role: 'manager', ...decides('clear', '"3"') });
    const later = await desk.post({ role: 'manager', ...decides('clear', '"3"') });
    expect(later).toMatchObject({ status: 412, body: { state: 'cleared' } });
  });

  it('is taken by one of two officers who decide at once', async () => {
    const { etag } = await desk.post(raises);
    const answers = await Promise.all([
      desk.post({ role: 'manager', ...decides('approve', etag) }),
      desk.post({ role: 'housing-officer', ...decides('refuse', etag) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const events = rowsLike(await contents(desk.records), 'EVENT#').map(({ type }) => type);
    expect(events.filter(type => /approved|refused/.test(String(type)))).toHaveLength(1);
  });

  it('and a system’s news at once are both kept', async () => {
    const { etag } = await desk.post(raises);
    const [approved] = await Promise.all([
      desk.post({ role: 'manager', ...decides('approve', etag) }),
      ...['a', 'b', 'c', 'd'].map(reference =>
        desk.hear(person, said.asserts('repairs', '2025-10-06T09:00:00Z', reference)),
      ),
    ]);
    expect([200, 412]).toContain(approved?.status);
    const kept = await contents(desk.records);
    expect(rowsLike(kept, 'FLAG#').filter(({ sk }) => String(sk).includes('#repairs#'))).toHaveLength(4);
    expect(rowsLike(kept, 'EVENT#').some(({ type }) => String(type).includes('approved'))).toBe(
      approved?.status === 200,
    );
    const flag = (await desk.flag('manager', id)).body;
    expect(flag).toMatchObject({ state: 'active', flag: { sources: ['officers', 'repairs'] } });
  });

  it('is done once for each key, and answered alike, however often and at whatever time it is asked', async () => {
    const first = await desk.post({ ...raises, key: 'k-1' });
    desk.at('2025-10-07T10:00:00Z');
    await desk.post({ role: 'manager', ...decides('approve', first.etag) });
    const before = await contents(desk.records);
    const again = await Promise.all([1, 2, 3].map(() => desk.post({ ...raises, key: 'k-1' })));
    for (const answer of again) expect(answer).toEqual(first);
    expect(await contents(desk.records)).toEqual(before);
    const side = await Promise.all([1, 2].map(() => desk.post({ ...findsAsbestos, key: 'k-2' })));
    expect(side[0]).toEqual(side[1]);
    expect(rowsLike(await contents(desk.records), 'FLAG#asbestos')).toHaveLength(1);
  });

  it('is answered alike when it is asked twice at once, also where the second meets what the first did', async () => {
    let first: Answer | undefined;
    let ask: Ask | undefined;
    const twice: DecisionDesk = await openDecisionDesk(store => ({
      ...store,
      async read(subject, rows) {
        const asked = ask;
        ask = undefined;
        if (asked !== undefined) first = await twice.post(asked);
        return store.read(subject, rows);
      },
    }));
    await twice.hear(person, mrBIsKnown);
    const { etag } = await twice.post(raises);
    const approves: Ask = { role: 'manager', ...decides('approve', etag), key: 'k' };
    ask = approves;
    const second = await twice.post(approves);
    expect(first?.status).toBe(200);
    expect(second).toEqual(first);
  });

  it('under a key that was used for something else is refused, wherever that was', async () => {
    await desk.post({ ...findsAsbestos, key: 'k' });
    const other = { ...findsAsbestos, key: 'k', body: { code: 'asbestos', basis: 'Another' } };
    expect(await desk.post(other)).toMatchObject({ status: 422, body: { title: 'The key was used before' } });
    const elsewhere = { ...findsAsbestos, key: 'k', of: { uprn: flat7 } };
    expect(await desk.post(elsewhere)).toMatchObject({ status: 422 });
    const somebody = { ...findsAsbestos, key: 'k', name: 'another surveyor' };
    expect((await desk.post(somebody)).status).toBe(201);
    expect(rowsLike(await contents(desk.records), 'FLAG#asbestos')).toHaveLength(2);
  });

  it('that was refused has used no key up', async () => {
    const review = (until: string) => ({
      ...{ role: 'surveyor' as const, ...decides('review', '"1"', asbestos), key: 'r' },
      body: { reason: 'Looked again.', until },
    });
    await desk.post(findsAsbestos);
    expect((await desk.post(review('2025-01-01'))).status).toBe(422);
    expect(stateIn(await desk.post(review('2026-01-01')))).toBe('active');
  });

  it('leaves everything or nothing, wherever the process dies, and is carried on with the same key', async () => {
    let calls = 0;
    const dying = await openDecisionDesk(store => ({
      ...store,
      async commit(commit) {
        calls += 1;
        const result = await store.commit(commit);
        if (calls === 1) throw new Error('The process was killed');
        return result;
      },
    }));
    expect((await dying.post({ ...findsAsbestos, key: 'k' })).status).toBe(500);
    const committed = await contents(dying.records);
    expect((await dying.post({ ...findsAsbestos, key: 'k' })).status).toBe(201);
    expect(await contents(dying.records)).toEqual(committed);
  });

  it('whose commit went unheard is done, although the flag is then not as it was seen', async () => {
    let commits = 0;
    const deaf = await openDecisionDesk(store => ({
      ...store,
      async commit(commit) {
        commits += 1;
        const result = await store.commit(commit);
        return commits === 2 ? { committed: false, reason: 'conflict' } : result;
      },
    }));
    const { etag } = await deaf.post(findsAsbestos);
    const cleared = await deaf.post({ role: 'surveyor', ...decides('clear', etag, asbestos) });
    expect(cleared).toMatchObject({ status: 200, body: { state: 'cleared' } });
    expect(rowsLike(await contents(deaf.records), 'EVENT#')).toHaveLength(2);
  });

  it('that others never let through says so, and the key is good for another time', async () => {
    let busy = true;
    const crowded = await openDecisionDesk(store => ({
      ...store,
      commit: commit =>
        busy ? Promise.resolve({ committed: false, reason: 'conflict' }) : store.commit(commit),
    }));
    expect(await crowded.post({ ...findsAsbestos, key: 'k' })).toMatchObject({ status: 503 });
    busy = false;
    expect((await crowded.post({ ...findsAsbestos, key: 'k' })).status).toBe(201);
  });

  it('comes back by the bus, and by a replay into an empty hub, without changing anything', async () => {
    await desk.post(findsAsbestos);
    const before = await contents(desk.records);
    const events = rowsLike(before, 'EVENT#')
      .filter(({ pk }) => String(pk).startsWith('PROPERTY'))
      .map(({ event }) => event as ReturnType<typeof eventOf>);
    await desk.hear(home, ...events);
    expect(await contents(desk.records)).toEqual(before);
    const other = await openDecisionDesk();
    await other.hear(home, ...events);
    const [record] = rowsLike(before, 'RECORD').filter(({ pk }) => String(pk).startsWith('PROPERTY'));
    expect(rowsLike(await contents(other.records), 'RECORD')).toEqual([record]);
  });
});

describe('what is wrong is said in problem+json, and changes nothing', () => {
  const wrong: [string, number, Partial<Ask>][] = [
    ['no role in the token', 403, { role: undefined }],
    ['nobody whom another could be told from', 403, { name: 'x'.repeat(121) }],
    ['a body that is no object', 400, { body: 7 }],
    ['a code that there is not', 400, { body: { code: 'haunted', basis } }],
    ['no basis', 400, { body: { code: 'asbestos' } }],
    ['a field too many', 400, { body: { code: 'asbestos', basis, state: 'active' } }],
    ['no key', 400, { key: '' }],
    ['no such home', 404, { of: { uprn: '1' } }],
    ['no UPRN', 400, { of: { uprn: 'Larch House' } }],
    ['no such person', 404, { ...onPerson, of: { ref: 'tenancy:nobody' }, body: raises.body }],
    ['no reference of a person', 400, { ...onPerson, of: { ref: 'nobody' }, body: raises.body }],
    ['where it does not hang', 422, { body: { code: 'hearing-support', basis } }],
    ['no such flag', 404, decides('clear', '"1"', asbestos)],
    ['no id of a flag', 400, decides('clear', '"1"', 'asbestos')],
    ['the id of nothing', 404, decides('clear', '"1"', `asbestos~property~0${flat4}`)],
    ['a decision without a reason', 400, { ...decides('clear', '"1"', asbestos), body: {} }],
  ];

  it.each(wrong)('%s: %i', async (_what, status, ask) => {
    const before = await contents(desk.records);
    const answer = await desk.post({ ...findsAsbestos, ...ask });
    expect(answer).toMatchObject({ status, contentType: 'application/problem+json', body: { status } });
    expect(answer.body).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
    expect(await contents(desk.records)).toEqual(before);
  });

  it('a flag that this officer may not know of is none', async () => {
    const secret = { code: 'safeguarding', basis };
    const { body, etag } = await desk.post({ ...raises, role: 'housing-officer', body: secret });
    const hidden = await desk.post({ role: 'leaks-officer', ...decides('clear', etag, String(body['id'])) });
    const none = await desk.post({ role: 'leaks-officer', ...decides('clear', etag, asbestos) });
    expect([hidden.status, none.status]).toEqual([404, 404]);
    expect(hidden.body['title']).toBe(none.body['title']);
  });
});

describe('while work is open at the home', () => {
  const leaks = eventOf({
    ...{ type: 'housing.leak.reported.v1', at: '2025-10-01T10:00:00Z', home: flat4 },
    data: { leakReference: 'L-1' as LocalReference },
  });

  it('a second officer agrees before a hazard is cleared', async () => {
    await desk.hear(home, leaks);
    const { etag } = await desk.post(findsAsbestos);
    const asked = await desk.post({ role: 'surveyor', ...decides('clear', etag, asbestos) });
    expect(asked).toMatchObject({ status: 202, body: { state: 'active' } });
    expect(asked.body['flag']).toHaveProperty('clearanceRequested');
    const own = await desk.post({ role: 'surveyor', ...decides('approve', asked.etag, asbestos) });
    expect(own.status).toBe(403);
    const twice = await desk.post({ role: 'manager', ...decides('clear', asked.etag, asbestos) });
    expect(twice.status).toBe(409);
    const cleared = await desk.post({ role: 'manager', ...decides('approve', asked.etag, asbestos) });
    expect(cleared).toMatchObject({ status: 200, body: { state: 'cleared', reason: 'decided' } });
  });

  it('or refuses: the flag stays', async () => {
    await desk.hear(home, leaks);
    const { etag } = await desk.post(findsAsbestos);
    const asked = await desk.post({ role: 'surveyor', ...decides('clear', etag, asbestos) });
    const refused = await desk.post({ role: 'manager', ...decides('refuse', asked.etag, asbestos) });
    expect(stateIn(refused)).toBe('active');
    expect(refused.body['flag']).not.toHaveProperty('clearanceRequested');
  });
});

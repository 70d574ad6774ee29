import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { brokenContract } from './broken.ts';
import { changedNames } from './changes.ts';
import type { Contract } from './contract.ts';
import { readReleased, writeReleased } from './released.ts';

const folder = new URL('../../../schemas/released/', import.meta.url);
const today = '2026-11-30';

/** The release as it is, loosely typed: it is changed by its paths. */
// biome-ignore lint/suspicious/noExplicitAny: a wrong path fails the test
type Loose = { events: Map<string, any>; flags: any[]; bus: any; api: any };

function changed(change: (contract: Loose) => void): Contract {
  const contract = readReleased(folder);
  change(contract as unknown as Loose);
  return contract;
}
const brokenBy = (change: (contract: Loose) => void) =>
  brokenContract(readReleased(folder), changed(change), today);
const namedBy = (change: (contract: Loose) => void) => changedNames(readReleased(folder), changed(change));

const leak = 'housing.leak.reported.v1';
const flags = '/v1/flags';
const dataOf = ({ events }: Loose) => events.get(leak).properties.data;
const operation = ({ api }: Loose) => api.paths[flags].get;

describe('an addition to the release is refused nowhere, and named', () => {
  it.each<[string, (contract: Loose) => void, string[]]>([
    ['nothing at all', () => undefined, []],
    [
      'an optional field of an event',
      one => Object.assign(dataOf(one).properties, { depth: { type: 'number' } }),
      [leak],
    ],
    [
      'that an event is deprecated',
      ({ events }) => Object.assign(events.get(leak), { deprecated: true }),
      [leak],
    ],
    ['an event', ({ events }) => events.set('housing.leak.mapped.v1', {}), ['housing.leak.mapped.v1']],
    [
      'an attribute of the envelope, which every event then has',
      ({ events }) => {
        for (const { properties } of events.values()) properties.heardby = { type: 'string' };
      },
      ['envelope'],
    ],
    [
      'a code of flags, in every list of codes',
      one => {
        const codes = one.flags.map(({ code }) => code);
        const lists = JSON.stringify([...one.events]).replaceAll(
          JSON.stringify(codes),
          JSON.stringify([...codes, 'new']),
        );
        for (const [name, schema] of JSON.parse(lists)) one.events.set(name, schema);
        one.flags.push({ ...one.flags[0], code: 'new' });
      },
      ['new'],
    ],
    ['an endpoint', ({ api }) => Object.assign(api.paths, { '/v1/new': { get: {} } }), ['GET /v1/new']],
    ['an answer', one => Object.assign(operation(one).responses, { 409: {} }), [`GET ${flags}`]],
    [
      'a field of an answer',
      ({ api }) => Object.assign(api.components.schemas.Problem.properties, { title2: { type: 'string' } }),
      ['Problem'],
    ],
    [
      'that an endpoint is deprecated',
      one => Object.assign(operation(one), { deprecated: true }),
      [`GET ${flags}`],
    ],
    ['better words', one => Object.assign(operation(one), { summary: 'Better', description: 'Better' }), []],
    ['an example', ({ events }) => Object.assign(events.get(leak), { examples: [1] }), []],
  ])('%s', (_, change, names) => {
    expect(brokenBy(change)).toEqual([]);
    expect(namedBy(change)).toEqual(names);
  });
});

describe('what is no addition to the release is refused, with words', () => {
  it.each<[string, (contract: Loose) => void, string]>([
    ['an event is gone', ({ events }) => events.delete(leak), `${leak}: it was removed`],
    ['a field is gone', one => delete dataOf(one).properties.subjects, `${leak}: data.subjects was removed`],
    [
      'a field is another type',
      one => Object.assign(dataOf(one).properties, { subjects: { type: 'string' } }),
      `${leak}: data.subjects no longer may be array, but string`,
    ],
    [
      'a new field is required',
      one => {
        dataOf(one).properties.depth = { type: 'number' };
        dataOf(one).required.push('depth');
      },
      `${leak}: data.depth is now required`,
    ],
    [
      'a value of a list is gone',
      ({ events }) => events.get(leak).properties.timebasis.enum.pop(),
      `${leak}: timebasis no longer allows "heard"`,
    ],
    ['a code is gone', one => one.flags.shift(), 'flag access-injunction: it was removed'],
    [
      'a code means another thing',
      one => Object.assign(one.flags[0], { life: 'marker' }),
      'flag access-injunction: life state became marker',
    ],
    [
      'the bus has another address',
      ({ bus }) => Object.assign(bus.channels.bus, { address: 'x' }),
      'its address {bus} became x',
    ],
    [
      'a message is gone',
      ({ bus }) => delete bus.channels.bus.messages[leak],
      `it no longer carries ${leak}`,
    ],
    [
      'an event is another’s to say',
      ({ bus }) => bus.operations.hub.messages.shift(),
      'the operation hub: it no longer has housing.flag.raised.v1',
    ],
    [
      'events go the other way',
      ({ bus }) => Object.assign(bus.operations.hub, { action: 'receive' }),
      'the operation hub: send became receive',
    ],
    [
      'a header is narrower',
      ({ bus }) => Object.assign(bus.components.messages[leak].headers.properties.source, { const: 'x' }),
      `the message ${leak}: its header source is now limited to some values`,
    ],
    [
      'events are another format',
      ({ bus }) => Object.assign(bus, { defaultContentType: 'text/xml' }),
      'events are no longer application/json, but text/xml',
    ],
    [
      'the chain is elsewhere',
      ({ bus }) => Object.assign(bus.components.messages[leak].correlationId, { location: 'x' }),
      'its correlation id is no longer at $message.payload#/correlationid, but at x',
    ],
    ['an endpoint is gone', ({ api }) => delete api.paths[flags], `GET ${flags}: it was removed`],
    [
      'a status is gone',
      one => delete operation(one).responses['403'],
      `GET ${flags}: the answer 403 was removed`,
    ],
    [
      'an answer lacks a field',
      ({ api }) => delete api.components.schemas.Problem.properties.title,
      'answer: title was removed',
    ],
  ])('%s', (_, change, words) => {
    expect(brokenBy(change).join('\n')).toContain(words);
    expect(brokenBy(change).join('\n')).toMatch(/beside it|\/v2\//);
  });

  it('but not where the major version is another', () => {
    const change = ({ events, bus }: Loose) => {
      events.delete(leak);
      bus.info.version = '2.0.0';
    };
    expect(brokenBy(change)).toEqual([]);
  });
});

describe('a deprecated endpoint', () => {
  const announced = changed(one =>
    Object.assign(operation(one), { deprecated: true, 'x-sunset': '2027-12-01' }),
  );
  const gone = changed(({ api }) => delete api.paths[flags]);

  it('stays until its sunset, and may go from then on', () => {
    expect(brokenContract(announced, gone, '2027-11-30')).toEqual([
      expect.stringContaining(`GET ${flags}: it was removed, and promised until 2027-12-01`),
    ]);
    expect(brokenContract(announced, gone, '2027-12-01')).toEqual([]);
  });
});

it('a release is read as it was written, without its examples', () => {
  const own = mkdtempSync(path.join(tmpdir(), 'lintel-released-'));
  try {
    const contract = changed(one => Object.assign(operation(one), { example: 1 }));
    writeReleased(pathToFileURL(`${own}/`), contract);
    expect(readReleased(pathToFileURL(`${own}/`))).toEqual(readReleased(folder));
  } finally {
    rmSync(own, { recursive: true });
  }
});

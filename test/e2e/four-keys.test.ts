import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { reportLines } from '../scenarios/four-keys/report-lines.ts';
import { tryFourKeys } from '../scenarios/four-keys.ts';
import { startHubWithTeams } from '../scenarios/hub-with-teams.ts';
import { writeGeneratedBulk } from './support/generated-bulk.ts';

let folder: string;
let tried: Awaited<ReturnType<typeof tryFourKeys>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lintel-bulk-'));
  await writeGeneratedBulk(folder);
  const shared = { outDir: inject('synthesisedApp'), engine: { endpoint: inject('dynamoDbEndpoint') } };
  tried = await tryFourKeys(folder, gazetteer => startHubWithTeams({ ...shared, gazetteer }));
});
afterAll(() => rm(folder, { recursive: true }));

it('takes every home, tenure and person, and drops nothing', () => {
  const { bulk, loaded } = tried;
  expect(loaded.refused).toEqual(new Map());
  expect(loaded.accepted).toBe(loaded.sent);
  expect(loaded.sent).toBeGreaterThan(bulk.tenures.length + bulk.persons.length);
});

it('puts every tenure on the property of its asset, with its household by name and with its end', () => {
  expect(tried.bulk.tenures).toHaveLength(40);
  expect(tried.loaded.misplaced).toEqual([]);
});

it('links every person by tenure, name and date of birth, or says why not', () => {
  const { bulk, links } = tried;
  const members = bulk.tenures.flatMap(({ householdMembers }) => householdMembers);
  expect(links.personOf.size + links.members.size).toBe(members.length);
  expect(new Set(links.personOf.values()).size + links.persons.size).toBe(bulk.persons.length);
  const alone = bulk.tenures[7]?.householdMembers.length ?? 0;
  expect([...links.members.values()].toSorted()).toEqual([
    ...Array.from({ length: alone }, () => 'no person of this tenure is in the files'),
    'nobody of this tenure has this name and date of birth',
    'several of this tenure have this name and date of birth',
    'several of this tenure have this name and date of birth',
  ]);
  expect(links.persons.size).toBe(4);
});

it('says so, and which keys join', () => {
  const { bulk, links, loaded } = tried;
  const lines = reportLines(bulk, links, loaded);
  expect(lines).toContain('tenures   40, 20 of them ended; 40 stand on the property of their asset');
  expect(lines.at(-1)).toMatch(/^keys {6}tenure.tenuredAsset.id joins 40 of 40; /);
  expect(lines.at(-1)).toMatch(/asset.tenure.id joins 0 of 40; tenure.householdMembers.id joins 0 of \d+$/);
});

import { readdirSync, readFileSync } from 'node:fs';
import type { SQSRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { systems } from '../../../../functions/adapters/connected.ts';
import { adapters } from '../../../../functions/adapters/registry.ts';
import { arrivalsOf } from '../../../../functions/records/record/arrivals.ts';
import type { Refused } from '../../../../functions/shell/tables/quarantine/refused.ts';
import { catalogue } from '../../../../schemas/catalogue.ts';
import { instant } from '../../../support/events.ts';

const folder = 'schemas/examples';
const examples = readdirSync(folder)
  .filter(name => name.endsWith('.accepted.json'))
  .map(name => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as { type: string; source: string });

const [hub, officers] = ['urn:lintel:hub', 'urn:lintel:system:officers'];
const sources = [hub, officers, ...systems.map(system => `urn:lintel:system:${system}`)];

const byOfficersAlone = [
  'housing.flag.approved.v1',
  'housing.flag.clearance-decided.v1',
  'housing.flag.clearance-requested.v1',
  'housing.flag.person-told.v1',
  'housing.flag.refused.v1',
  'housing.flag.reviewed.v1',
  'housing.person.merged.v1',
  'housing.person.separated.v1',
  'housing.property.unmatched.v1',
];

/** What is found out of any system's keys. */
const byEverySystem = ['housing.person.identified.v1', 'housing.person.parted.v1'];
const says = new Map<string, readonly string[]>(
  adapters.map(({ manifest }) => [`urn:lintel:system:${manifest.system}`, manifest.says]),
);

/** Whether a record takes an event of a type from a source; what the hub announces, it takes from nobody. */
function isTaken(type: string, source: string, saidByHub: ReadonlySet<string>): boolean {
  if (saidByHub.has(type) || source === hub) return false;
  if (byOfficersAlone.includes(type)) return source === officers;
  if (source === officers) return type === 'housing.flag.asserted.v1';
  return byEverySystem.includes(type) || (says.get(source) ?? []).includes(type);
}

async function taken(detail: object, envelope: object = {}) {
  const kept: Refused[] = [];
  const body = JSON.stringify({ ...envelope, detail });
  const { arrivals, failed } = await arrivalsOf(
    { Records: [{ messageId: 'm', body } as SQSRecord] },
    {
      keep: refused => Promise.resolve(`${kept.push(refused)}`),
      now: () => instant('2025-10-07T00:00:00Z'),
    },
  );
  return { taken: arrivals.length, kept: kept.length, failed: failed.length };
}

it('has an example of every type', () => {
  expect(new Set(examples.map(({ type }) => type))).toEqual(new Set(catalogue.map(({ type }) => type)));
});

describe.each(examples)('$type', example => {
  const saidByHub = new Set(examples.filter(({ source }) => source === hub).map(({ type }) => type));
  it.each([
    ['from the bus', {}],
    ['from the archive', { 'replay-name': 'rebuild' }],
  ])(
    'is taken %s from those whose it is to say, and kept in quarantine from all others',
    async (_, envelope) => {
      for (const source of sources) {
        const wanted = isTaken(example.type, source, saidByHub) ? [1, 0] : [0, 1];
        const found = await taken({ ...example, source }, envelope);
        expect([found.taken, found.kept], source).toEqual(wanted);
      }
    },
  );
});

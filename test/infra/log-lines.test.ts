import { beforeAll, expect, test } from 'vitest';
import { logLines } from '../../functions/shell/log-lines.ts';
import { matches, termsOf } from '../support/log-lines/filter-pattern.ts';
import { printedBy } from '../support/log-lines/printed.ts';
import { writers } from '../support/log-lines/writers.ts';
import { type Resource, sampleManifests, synthesise } from './synthesised.ts';

let filters: Resource[];

beforeAll(async () => {
  const snapshots = { 'open-jobs': { title: 'Open jobs', heldBelow: 0.8 } };
  const app = await synthesise(
    {},
    sampleManifests.map(manifest => ({ ...manifest, snapshots })),
  );
  filters = app.ofType('AWS::Logs::MetricFilter');
});

const termsOfFilter = ({ Properties }: Resource) => termsOf(Properties.FilterPattern);

test('every metric filter looks for codes of the registry, and for nothing else', () => {
  const codes = new Set(Object.values(logLines).map(({ code }) => code));
  expect(filters.length).toBeGreaterThan(0);
  for (const filter of filters) {
    const unknown = termsOfFilter(filter).filter(({ field, value }) => field !== 'code' || !codes.has(value));
    expect(
      unknown,
      `${filter.id} looks for what no line of functions/shell/log-lines.ts has. Declare the line there and make the filter with lineMetric.`,
    ).toEqual([]);
  }
});

test('every line that a metric filter looks for is written by a handler in this test', () => {
  const read = new Set(filters.flatMap(termsOfFilter).map(({ value }) => value));
  expect(
    [...read].toSorted(),
    'Say in test/support/log-lines/writers.ts how a handler comes to write the line; take out what no filter reads.',
  ).toEqual(Object.keys(writers).toSorted());
});

test.each(Object.entries(writers))(
  'what a handler prints as %s is counted, with its value and its dimensions',
  async (code, write) => {
    const printed = await printedBy(write);
    const reading = filters.filter(filter => termsOfFilter(filter).some(({ value }) => value === code));
    expect(reading).not.toEqual([]);
    for (const { id, Properties } of reading) {
      const counted = printed.filter(record => matches(Properties.FilterPattern, record));
      expect(
        counted,
        `${id} counts lines of the code ${code}, and no handler writes one any more: the alarm would be silent for ever. Write it with logLine again, or take out the metric and its writer in test/support/log-lines/writers.ts.`,
      ).toHaveLength(1);
      const [transformation] = Properties.MetricTransformations;
      expect(Number(selected(transformation.MetricValue, counted[0])), id).not.toBeNaN();
      for (const { Value } of transformation.Dimensions ?? [])
        expect(selected(Value, counted[0]), id).toBe('repairs');
    }
  },
);

/** What `$.field` selects of a record; anything else stands for itself. */
function selected(value: string, record: Readonly<Record<string, unknown>> = {}): unknown {
  return value.startsWith('$.') ? record[value.slice('$.'.length)] : value;
}

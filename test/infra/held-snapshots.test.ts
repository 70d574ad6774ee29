import { expect, test } from 'vitest';
import { sampleManifests, synthesise } from './synthesised.ts';

test('a snapshot that is held is an alarm, for the systems that send any', async () => {
  const [repairs, ...others] = sampleManifests;
  if (repairs === undefined) throw new Error('there is no sample system');
  const snapshots = { 'open-jobs': { title: 'Open jobs', heldBelow: 0.8 } };
  const app = await synthesise({}, [{ ...repairs, snapshots }, ...others]);
  const named = (type: string) => app.ofType(type).filter(({ id }) => id.includes('Held'));
  expect(named('AWS::Logs::MetricFilter').map(({ Properties }) => Properties)).toMatchObject([
    {
      FilterPattern: '{ $.code = "snapshot-held" }',
      LogGroupName: { Ref: expect.stringMatching(/^RepairsFilesLogs/) },
      MetricTransformations: [{ MetricName: 'HeldSnapshots-repairs', MetricNamespace: 'Lintel/dev' }],
    },
  ]);
  expect(named('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties)).toMatchObject([
    {
      MetricName: 'HeldSnapshots-repairs',
      Namespace: 'Lintel/dev',
      Threshold: 1,
      AlarmDescription: expect.stringMatching(/^For residents: .* To do: /),
    },
  ]);
});

import { beforeAll, expect, test } from 'vitest';
import { type Synthesised, sampleManifests, synthesise, theOne } from './synthesised.ts';

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise();
});

test('the drift is measured every quarter of an hour, from the line of drift, for each system', () => {
  expect(theOne(app, 'AWS::Events::Rule', 'DriftClock').Properties).toMatchObject({
    ScheduleExpression: 'rate(15 minutes)',
    Targets: [{ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^DriftMeasureFunction/), 'Arn'] } }],
  });
  const measured = app
    .ofType('AWS::Logs::MetricFilter')
    .map(({ Properties }) => Properties)
    .filter(({ FilterPattern }) => FilterPattern === '{ $.code = "drift-measured" }');
  const metric = (name: string) =>
    expect.objectContaining({
      MetricName: name,
      MetricValue: expect.stringMatching(/^\$\.\w+$/),
      Dimensions: [{ Key: 'System', Value: '$.system' }],
    });
  expect(measured.flatMap(({ MetricTransformations }) => MetricTransformations)).toEqual([
    metric('HoursOfWrongness'),
    metric('DriftOldest'),
  ]);
});

test('the overdue reviews of states and of facts are measured with it, for the whole hub', () => {
  const measured = app
    .ofType('AWS::Logs::MetricFilter')
    .filter(({ Properties }) => Properties.FilterPattern === '{ $.code = "reviews-measured" }')
    .flatMap(({ Properties }) => Properties.MetricTransformations);
  expect(measured).toMatchObject([
    { MetricName: 'StateReviewsOverdue', MetricValue: '$.states' },
    { MetricName: 'FactReviewsOverdue', MetricValue: '$.facts' },
  ]);
});

test.each(sampleManifests)(
  'somebody is told when $system has lacked a warning for half an hour',
  ({ system, title }) => {
    const alarms = app
      .ofType('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties)
      .filter(({ MetricName }) => MetricName === 'DriftOldest');
    const own = alarms.find(({ Dimensions }) => Dimensions[0].Value === system);
    expect(own).toMatchObject({
      Threshold: 1800,
      Period: 900,
      EvaluationPeriods: 1,
      Namespace: 'Lintel/dev',
    });
    expect(own?.AlarmDescription).toContain(`For residents: ${title} has lacked a warning`);
    expect(own?.AlarmDescription).toContain(`npm run ops -- resend ${system}`);
  },
);

import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { findableCaseIn } from '../../functions/core/record/findable-case.ts';
import { caseStepOf } from '../../functions/core/record/never-raised.ts';
import { quarantineSummarySchema } from '../../functions/shell/tables/quarantine/item.ts';
import { catalogue } from '../../schemas/catalogue.ts';
import { plainName, type Synthesised, synthesise, theOne } from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise({ stage: 'prod' });
});

const one = (type: string, name: string) => theOne(app, type, name);
const mappings = () =>
  app.ofType('AWS::Lambda::EventSourceMapping').filter(({ id }) => id.startsWith('Quarantine'));

test('what systems sent is encrypted with a key of the landlord’s own, which changes every year', () => {
  const { SSESpecification } = one('AWS::DynamoDB::Table', 'StorageQuarantine').Properties;
  expect(SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
  const key = one('AWS::KMS::Key', plainName(SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0]));
  expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
});

test('its indexes never show a payload', () => {
  const { Properties } = one('AWS::DynamoDB::Table', 'StorageQuarantine');
  expect(Properties.LocalSecondaryIndexes).toBeUndefined();
  expect(Properties.GlobalSecondaryIndexes).toMatchObject([
    {
      IndexName: 'listed',
      KeySchema: [{ AttributeName: 'listedIn' }, { AttributeName: 'listed' }],
      Projection: { NonKeyAttributes: Object.keys(quarantineSummarySchema.shape) },
    },
  ]);
});

test('follows what waits or was resolved, and everything that opens a case which must be opened first or has a number', () => {
  const filters = mappings().map(({ Properties }) =>
    JSON.parse(Properties.FilterCriteria.Filters[0].Pattern),
  );
  expect(filters).toEqual([
    { dynamodb: { NewImage: { state: { S: ['waiting', 'resolved'] } } } },
    {
      eventName: ['INSERT'],
      dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } }, NewImage: { type: { S: openings() } } },
    },
  ]);
});

test('is counted every quarter of an hour, in a line that its metrics read', () => {
  expect(one('AWS::Events::Rule', 'QuarantineClock').Properties.ScheduleExpression).toBe('rate(15 minutes)');
  const filters = app
    .ofType('AWS::Logs::MetricFilter')
    .filter(({ id }) => id.startsWith('Quarantine') && !id.startsWith('QuarantineSkipped'))
    .map(({ Properties }) => Properties);
  expect(new Set(filters.map(({ FilterPattern }) => FilterPattern))).toEqual(
    new Set(['{ $.code = "quarantine-backlog" }']),
  );
  const measured = filters.map(({ MetricTransformations: [to] }) => [
    to.MetricNamespace,
    to.MetricName,
    to.MetricValue,
    to.Dimensions,
  ]);
  const dimensions = [{ Key: 'System', Value: '$.system' }];
  expect(measured).toEqual([
    ['Lintel/prod', 'QuarantineDepth', '$.depth', dimensions],
    ['Lintel/prod', 'QuarantineOldest', '$.oldestSeconds', dimensions],
  ]);
});

/** The types that open a case of which a closing is held back until then, or that has a number to be found by: by what the core makes of their examples. */
function openings(): string[] {
  return catalogue.flatMap(({ type }) => {
    const path = new URL(`../../schemas/examples/${type}.accepted.json`, import.meta.url);
    const event = JSON.parse(readFileSync(path, 'utf8'));
    if (!event.source.startsWith('urn:lintel:system:')) return [];
    const isAwaited = caseStepOf(event, event.subject)?.opens === true;
    return isAwaited || findableCaseIn(event, event.subject) !== undefined ? [type] : [];
  });
}

test('tells a system what it sent and is kept, where that was seen after it had its answer, and never a replay', () => {
  expect(one('AWS::Events::Rule', 'RepairsOutboundOwnRule').Properties.EventPattern).toEqual({
    source: ['urn:lintel:hub'],
    'detail-type': ['housing.event.quarantined.v1', 'housing.system.behind.v1'],
    detail: { data: { system: ['repairs'], reason: ['amended', 'never-raised', { exists: false }] } },
    'replay-name': [{ exists: false }],
  });
});

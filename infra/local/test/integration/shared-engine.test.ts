import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DynamoDbCall, dynamoDbCalls, type Engine, startEngine } from '../../dynamodb.ts';
import { startSampleHub } from './sample-app/sample-hub.ts';

let engine: Engine;
let call: DynamoDbCall;

beforeAll(async () => {
  engine = await startEngine();
  call = dynamoDbCalls(engine.endpoint);
});
afterAll(() => engine.stop());

const tables = async (): Promise<readonly string[]> =>
  (await call<{ TableNames: string[] }>('DynamoDB', 'ListTables', {})).TableNames;

it('gives each of its hubs tables of their own, and keeps nothing of one that has stopped', async () => {
  const [one, other] = await Promise.all([startSampleHub({ engine }), startSampleHub({ engine })]);
  const things = [one.tableName('Things'), other.tableName('Things')];
  expect(new Set(things).size).toBe(2);
  expect([one.outputs['TableName'], other.outputs['TableName']]).toEqual(things);
  const Item = { PK: { S: 'a' }, SK: { S: 'thing' } };
  await call('DynamoDB', 'PutItem', { TableName: things[0], Item });
  expect(await call('DynamoDB', 'Scan', { TableName: things[1] })).toMatchObject({ Count: 0 });
  await one.stop();
  expect(await tables()).toEqual([things[1]]);
  await other.stop();
  expect(await tables()).toEqual([]);
});

it('is not held up by a hub that cannot start', async () => {
  const starting = startSampleHub({ engine, parameters: () => ({ OidcIssuer: 'x', Colour: 'red' }) });
  await expect(starting).rejects.toThrow(/declares the parameter Colour/);
  expect(await tables()).toEqual([]);
});

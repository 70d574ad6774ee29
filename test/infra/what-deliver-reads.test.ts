import { beforeAll, expect, test } from 'vitest';
import { adapters } from '../../functions/adapters/registry.ts';
import { presentAttributes } from '../../functions/shell/tables/records/table.ts';
import { type Arns, makeArns } from './iam/arns.ts';
import { makeEvaluate, type Request } from './iam/evaluate.ts';
import { statementsOf } from './iam/statements.ts';
import { plainName, type Synthesised, synthesise } from './synthesised.ts';

let app: Synthesised;
let arns: Arns;
/** Whether the role of a function may read records so, as IAM decides. */
let may: (role: string, context: Request['context']) => boolean;

beforeAll(async () => {
  const all = adapters.map(({ manifest }) => manifest);
  app = await synthesise({ stage: 'prod' }, all);
  arns = makeArns(app);
  const [statements, evaluate] = [statementsOf(app, arns), makeEvaluate(arns)];
  const idOf = (type: string, name: string) => {
    const found = app.ofType(type).find(({ id }) => plainName(id) === name);
    if (found === undefined) throw new Error(`There is no ${name}`);
    return arns.of(found.id);
  };
  const resource = idOf('AWS::DynamoDB::Table', 'StorageRecords');
  may = (role, context) => {
    const by = { role: idOf('AWS::IAM::Role', role) };
    return evaluate(statements, { by, action: 'dynamodb:BatchGetItem', resource, context });
  };
});

const named = (...attributes: string[]) => ({
  'dynamodb:Attributes': attributes,
  'dynamodb:Select': 'SPECIFIC_ATTRIBUTES',
});

test('a system’s deliver reads of a record which flags live on it now', () => {
  const roles = app.ofType('AWS::IAM::Role').map(({ id }) => plainName(id));
  const delivering = roles.filter(name => name.endsWith('OutboundDeliverRole'));
  expect(delivering).toHaveLength(adapters.length);
  for (const role of delivering) {
    expect(may(role, named(...presentAttributes)), role).toBe(true);
    expect(may(role, named('pk', 'sk', 'record')), 'who lives there, and what was written of them').toBe(
      false,
    );
    expect(may(role, named(...presentAttributes, 'event')), 'what was said').toBe(false);
    expect(may(role, { 'dynamodb:Attributes': [...presentAttributes, 'record'] })).toBe(false);
    expect(may(role, { 'dynamodb:Select': 'ALL_ATTRIBUTES' }), 'everything').toBe(false);
    expect(may(role, { ...named('flags'), 'dynamodb:Select': 'ALL_ATTRIBUTES' })).toBe(false);
    expect(may(role, {}), 'what names nothing').toBe(false);
  }
});

test('whoever answers officers reads records whole', () => {
  expect(may('ReaderRole', { 'dynamodb:Select': 'ALL_ATTRIBUTES' })).toBe(true);
});

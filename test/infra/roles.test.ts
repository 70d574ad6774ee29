import { beforeAll, expect, test } from 'vitest';
import { referenceOf, type Synthesised, statementsWithin, synthesise } from './synthesised.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
}

let app: Synthesised;
beforeAll(async () => {
  app = await synthesise();
});

test('every function has a role of its own, without managed policies', () => {
  const roles = app.ofType('AWS::Lambda::Function').map(lambda => referenceOf(lambda.Properties.Role));
  expect(new Set(roles).size).toBe(roles.length);
  expect(app.ofType('AWS::IAM::Role')).toHaveLength(roles.length);
  expect(
    app.ofType('AWS::IAM::Role').filter(role => role.Properties.ManagedPolicyArns !== undefined),
  ).toEqual([]);
});

test('no policy allows an action with a star', () => {
  const guarding = ['AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy'].flatMap(type =>
    app.ofType(type).flatMap(policy => policy.Properties.PolicyDocument.Statement as Statement[]),
  );
  expect(app.ofType('AWS::IAM::Policy')).toEqual([]);
  const statements: Statement[] = [...app.ofType('AWS::IAM::Role').flatMap(statementsWithin), ...guarding];
  const actions = statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => [Action].flat());
  expect(actions.length).toBeGreaterThan(0);
  expect(actions.filter(action => String(action).includes('*'))).toEqual([]);
});

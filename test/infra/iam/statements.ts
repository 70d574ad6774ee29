import { type Synthesised, statementsWithin } from '../synthesised.ts';
import type { Arns } from './arns.ts';

type OneOrMore<Value> = Value | Value[];

/** A statement of a policy, its references still those of the template. */
export interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: OneOrMore<string>;
  Resource?: OneOrMore<unknown>;
  Principal?: '*' | { AWS?: OneOrMore<unknown>; Service?: OneOrMore<string> };
  Condition?: Record<string, Record<string, OneOrMore<unknown>>>;
}

/** A statement and the ARN of what it is attached to: a role, or the resource that it guards. */
export interface Attached {
  to: string;
  statement: Statement;
}

/** What of a resource guards others, and which: the property that names them. */
const guards = {
  'AWS::SQS::QueuePolicy': 'Queues',
  'AWS::SNS::TopicPolicy': 'Topics',
} as const;

/** Every statement of the template: of roles, queues, topics, the bucket, keys and functions. */
export function statementsOf(app: Synthesised, arns: Arns): Attached[] {
  const attach = (to: string, statements: Statement[]) => statements.map(statement => ({ to, statement }));
  const byPolicy = Object.entries(guards).flatMap(([type, named]) =>
    app
      .ofType(type)
      .flatMap(({ Properties }) =>
        Properties[named].flatMap((one: { Ref: string }) =>
          attach(arns.of(one.Ref), Properties.PolicyDocument.Statement),
        ),
      ),
  );
  const buckets = app
    .ofType('AWS::S3::BucketPolicy')
    .flatMap(({ Properties }) => attach(arns.of(Properties.Bucket.Ref), Properties.PolicyDocument.Statement));
  const keys = app
    .ofType('AWS::KMS::Key')
    .flatMap(({ id, Properties }) => attach(arns.of(id), Properties.KeyPolicy.Statement));
  const trusts = app
    .ofType('AWS::IAM::Role')
    .flatMap(({ id, Properties }) => attach(arns.of(id), trustOf(Properties.AssumeRolePolicyDocument)));
  const permissions = app
    .ofType('AWS::IAM::Role')
    .flatMap(role => attach(arns.of(role.id), statementsWithin(role)));
  const functions = app
    .ofType('AWS::Lambda::Permission')
    .flatMap(({ Properties }) => attach(arns.read(Properties.FunctionName), [invocation(Properties)]));
  return [...byPolicy, ...buckets, ...keys, ...trusts, ...permissions, ...functions];
}

/** Who may become a role is said without a resource: it is the role. */
function trustOf({ Statement: statements }: { Statement: Statement[] }): Statement[] {
  return statements.map(statement => ({ ...statement, Resource: '*' }));
}

interface Permission {
  Action: string;
  FunctionName: unknown;
  Principal: string;
  SourceArn: unknown;
}

/** A permission to invoke a function, as the statement that Lambda makes of it. */
function invocation({ Action, FunctionName, Principal, SourceArn }: Permission): Statement {
  return {
    Effect: 'Allow',
    Action,
    Resource: FunctionName,
    Principal: { Service: Principal },
    Condition: { ArnLike: { 'aws:SourceArn': SourceArn } },
  };
}

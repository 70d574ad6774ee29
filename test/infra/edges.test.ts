import { beforeAll, describe, expect, test } from 'vitest';
import { type Arns, makeArns, strangersAccount } from './iam/arns.ts';
import type { Edge } from './iam/edge.ts';
import { edgesOf } from './iam/edges.ts';
import { makeEvaluate } from './iam/evaluate.ts';
import { type Attached, statementsOf } from './iam/statements.ts';
import { plainName, type Synthesised, synthesise } from './synthesised.ts';

let app: Synthesised;
let arns: Arns;
let statements: Attached[];
let edges: Edge[];

beforeAll(async () => {
  app = await synthesise({ stage: 'prod' });
  arns = makeArns(app);
  statements = statementsOf(app, arns);
  edges = edgesOf(app, arns);
});

const named = ({ kind, from, to }: Edge) => `${kind}: ${from} to ${to}`;

/** The edges of which AWS refuses a request, under these statements. */
function denied(attached: readonly Attached[], among = edges): string[] {
  const evaluate = makeEvaluate(arns);
  return among.filter(({ requests }) => !requests.every(request => evaluate(attached, request))).map(named);
}

test('every edge from one service to another is allowed', () => {
  expect(denied(statements)).toEqual([]);
  const kinds = Map.groupBy(edges, ({ kind }) => kind);
  expect(Object.fromEntries([...kinds].map(([kind, all]) => [kind, all.length]))).toEqual({
    'alarm to topic': 102,
    'clock to function': 5,
    'function to log': 19,
    'queue to function': 11,
    'route to function': 48,
    'rule to dead letters': 14,
    'rule to queue': 14,
    'service to role': 19,
    'stream to dead letters': 3,
    'stream to function': 3,
  });
});

test('none is allowed to another account’s rules, alarms and APIs, nor over plain HTTP', () => {
  const byServices = edges.filter(({ requests }) =>
    requests.some(({ context }) => 'aws:SourceArn' in context),
  );
  const strangers = byServices.map(edge => changed(edge, { 'aws:SourceAccount': strangersAccount }));
  expect(denied(statements, strangers)).toEqual(strangers.map(named));
  const guarded = edges.filter(({ kind }) => /(queue|topic|letters)$/.test(kind));
  const plain = guarded.map(edge => changed(edge, { 'aws:SecureTransport': 'false' }));
  expect(denied(statements, plain)).toEqual(plain.map(named));
});

/** The same edge from something with another context; a source's ARN names its account too. */
function changed(edge: Edge, context: Record<string, string>): Edge {
  const other = context['aws:SourceAccount'];
  const requests = edge.requests.map(request => {
    const named = request.context['aws:SourceArn'];
    const source = named && String(named).replace(/(?<=arn:aws:[a-z-]+:[a-z0-9-]+:)\d+/, other ?? '$&');
    return {
      ...request,
      context: { ...request.context, ...(source && { 'aws:SourceArn': source }), ...context },
    };
  });
  return { ...edge, requests };
}

describe('an Allow that goes missing is noticed', () => {
  test('without that of CloudWatch on the topics, no alarm arrives', () => {
    const before = statements.filter(
      ({ to, statement }) => !to.includes(':sns:') || statement.Effect === 'Deny',
    );
    const alarms = edges.filter(({ kind }) => kind === 'alarm to topic');
    expect(denied(before)).toEqual(alarms.map(named));
  });

  test('without all that a resource allows a service, something does not arrive', () => {
    const given = statements.filter(({ statement }) => allowsService(statement));
    expect(new Set(given.map(({ to }) => to)).size).toBeGreaterThan(40);
    for (const { to } of given) {
      const left = statements.filter(one => one.to !== to || !allowsService(one.statement));
      expect(denied(left), to).not.toEqual([]);
    }
  });

  test('without all that a role allows, its function takes nothing and logs nothing', () => {
    for (const { to: role } of statements.filter(({ statement }) => statement.Principal === undefined)) {
      const left = statements.filter(one => one.to !== role || one.statement.Principal !== undefined);
      expect(denied(left), role).not.toEqual([]);
    }
  });
});

function allowsService({ Effect, Principal }: Attached['statement']): boolean {
  return Effect === 'Allow' && typeof Principal === 'object' && Principal.Service !== undefined;
}

describe('what AWS passes on without asking a policy', () => {
  test('the bucket tells the account’s own bus, where rules listen for it', () => {
    const bucket = app.ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('StorageFileBucket'));
    expect(bucket?.Properties.NotificationConfiguration.EventBridgeConfiguration).toEqual({
      EventBridgeEnabled: true,
    });
    const rules = app
      .ofType('AWS::Events::Rule')
      .filter(({ Properties }) => Properties.EventPattern?.source?.includes('aws.s3'));
    expect(rules).not.toEqual([]);
    for (const { id, Properties } of rules) expect(Properties, id).not.toHaveProperty('EventBusName');
  });

  test('the archive takes from the hub’s bus, neither with a key that EventBridge would need', () => {
    const bus = app.ofType('AWS::Events::EventBus').find(({ id }) => plainName(id) === 'Bus');
    const [archive] = app.ofType('AWS::Events::Archive');
    expect(archive?.Properties.SourceArn).toEqual({ 'Fn::GetAtt': [bus?.id, 'Arn'] });
    expect([bus?.Properties.KmsKeyIdentifier, archive?.Properties.KmsKeyIdentifier]).toEqual([undefined, '']);
  });

  test('dead-letter queues take from every queue, in the key of SQS itself', () => {
    const queues = app.ofType('AWS::SQS::Queue');
    const ids = queues.map(({ id }) => id);
    for (const { id, Properties } of queues) {
      expect(Properties, id).toMatchObject({ SqsManagedSseEnabled: true });
      expect(Properties, id).not.toHaveProperty('RedriveAllowPolicy');
      const target = Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0];
      if (target !== undefined) expect(ids).toContain(target);
    }
  });
});

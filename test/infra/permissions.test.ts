import { beforeAll, expect, test } from 'vitest';
import { bundleNames, type FunctionName } from '../../infra/bundles.ts';
import { actionsInBundles } from './actions-in-bundles.ts';
import { allowed, conditionText } from './iam/allowed.ts';
import {
  plainName,
  type Resource,
  referenceOf,
  type Synthesised,
  statementsWithin,
  synthesise,
} from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise();
});

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function resourceName(resource: unknown): string {
  const joined = (resource as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  if (joined !== undefined)
    return joined[1].map(part => (typeof part === 'string' ? part : referenceOf(part))).join('');
  return typeof resource === 'string' ? resource : referenceOf(resource);
}

function permissionsOf(lambda: Resource): string[] {
  const role = lambda.Properties.Role['Fn::GetAtt'][0];
  const own = app.ofType('AWS::IAM::Role').filter(({ id }) => id === role);
  const statements: Statement[] = own.flatMap(statementsWithin);
  return statements
    .flatMap(({ Effect, Action, Resource: on, Condition }) =>
      list(on).flatMap(resource =>
        list(Action).map(
          action => `${Effect} ${action} on ${resourceName(resource)}${conditionText(Condition)}`,
        ),
      ),
    )
    .toSorted();
}

test('every function may do what its list says, and nothing else', () => {
  const found = app
    .ofType('AWS::Lambda::Function')
    .map(lambda => [plainName(lambda.id), permissionsOf(lambda)] as const);
  const wanted = Object.entries(allowed).map(
    ([name, permissions]) => [name, permissions.toSorted()] as const,
  );
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(wanted));
});

/** What Lambda and DynamoDB do in the role's name: poll, hand failures over, log, trace, decrypt. */
const byLambda =
  /^Allow (logs|xray|kms|sqs:(Receive|Delete|Get)|dynamodb:(Describe|ListStreams|GetRecords|GetShard|ConditionCheckItem))|QuarantineFailedQueue/;
/** What a transaction deletes has no command of its own: the rows by which what waits in quarantine is found. */
const deleteInTransactions = new Set<FunctionName>(['api', 'quarantine']);

test('what each function’s code can call is what it is allowed to call', async () => {
  const inBundle = await actionsInBundles(['repairs']);
  const deployed: Record<FunctionName, string[]> = {
    receive: ['RepairsInboundReceiveFunction'],
    files: ['RepairsFilesFunction'],
    record: ['RecordsRecordFunction'],
    watch: ['WatchingWatchFunction'],
    move: ['MovingMoveFunction'],
    relay: ['AnnouncementsRelayFunction'],
    deliver: ['RepairsOutboundDeliverFunction', 'LeaksOutboundDeliverFunction'],
    drift: ['DriftMeasureFunction'],
    quarantine: ['QuarantineFollowFunction'],
    api: ['ReaderFunction'],
    decide: ['DecisionsDecideFunction'],
    audit: ['ReadAuditFunction'],
    seal: ['SealingSealFunction'],
  };
  for (const bundle of bundleNames(['repairs'])) {
    const { name } = bundle;
    const permissions = deployed[name].flatMap(id => allowed[id] ?? []).filter(line => !byLambda.test(line));
    const permitted = new Set(permissions.map(line => line.split(' ')[1] ?? ''));
    const bundled = inBundle(bundle);
    // The document client brings Query along too: it counts only where it is permitted.
    if (!permitted.has('dynamodb:Query')) bundled.delete('dynamodb:Query');
    if (permitted.has('dynamodb:Scan')) bundled.add('dynamodb:Scan');
    if (deleteInTransactions.has(name)) bundled.add('dynamodb:DeleteItem');
    expect([...bundled].toSorted(), name).toEqual([...permitted].toSorted());
  }
});

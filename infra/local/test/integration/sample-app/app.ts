import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, CfnOutput, CfnParameter, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as apigateway from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as events from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { buildSync } from 'esbuild';

/** A small app with everything the local runner plays: bus, queues, table with a stream, HTTP API, secret. */

const bundles = mkdtempSync(path.join(tmpdir(), 'local-runner-app-'));
buildSync({
  entryPoints: ['record', 'relay', 'api'].map(name => ({
    in: path.join(import.meta.dirname, `${name}.ts`),
    out: `${name}/index`,
  })),
  outdir: bundles,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
});

const app = new App();
const stack = new Stack(app, 'Sample', { env: { region: 'eu-west-2' } });
const issuer = new CfnParameter(stack, 'OidcIssuer', { type: 'String' });
const audience = new CfnParameter(stack, 'OidcAudience', { type: 'String', default: 'sample' });

const bus = new events.EventBus(stack, 'Bus', { eventBusName: 'sample' });
const archive = bus.archive('Archive', { eventPattern: { source: events.Match.prefix('urn:sample:') } });

const deadLetters = new sqs.Queue(stack, 'RecordDeadLetters');
const recordQueue = new sqs.Queue(stack, 'RecordQueue', {
  visibilityTimeout: Duration.minutes(3),
  deadLetterQueue: { queue: deadLetters, maxReceiveCount: 2 },
});
const inbox = new sqs.Queue(stack, 'Inbox', { queueName: 'sample-inbox', maxMessageSizeBytes: 1024 });
const undelivered = new sqs.Queue(stack, 'Undelivered');
const lost = new sqs.Queue(stack, 'LostRecords');

const table = new dynamodb.Table(stack, 'Things', {
  partitionKey: { name: 'PK', type: dynamodb.AttributeType.STRING },
  sortKey: { name: 'SK', type: dynamodb.AttributeType.STRING },
  billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
  stream: dynamodb.StreamViewType.NEW_IMAGE,
  timeToLiveAttribute: 'expiresAt',
  removalPolicy: RemovalPolicy.DESTROY,
});
table.addLocalSecondaryIndex({
  indexName: 'timeline',
  sortKey: { name: 'at', type: dynamodb.AttributeType.STRING },
});
table.addGlobalSecondaryIndex({
  indexName: 'due',
  partitionKey: { name: 'team', type: dynamodb.AttributeType.STRING },
  sortKey: { name: 'at', type: dynamodb.AttributeType.STRING },
});
const secret = new secretsmanager.Secret(stack, 'Webhook', {
  generateSecretString: {
    secretStringTemplate: '{"url":"http://127.0.0.1"}',
    generateStringKey: 'secret',
    excludePunctuation: true,
  },
});

function sampleFunction(id: string, folder: string): lambda.Function {
  return new lambda.Function(stack, id, {
    code: lambda.Code.fromAsset(path.join(bundles, folder)),
    handler: 'index.handler',
    runtime: new lambda.Runtime('nodejs24.x', lambda.RuntimeFamily.NODEJS),
    // Real time: on a machine at many times its capacity, what takes milliseconds still ends well before.
    timeout: Duration.seconds(3),
    memorySize: 512,
    environment: {
      TABLE: table.tableName,
      BUS: bus.eventBusName,
      INBOX: inbox.queueUrl,
      SECRET: secret.secretArn,
    },
  });
}

const record = sampleFunction('Record', 'record');
record.addEventSource(new SqsEventSource(recordQueue, { batchSize: 10, reportBatchItemFailures: true }));
const relay = sampleFunction('Relay', 'relay');
relay.addEventSource(
  new DynamoEventSource(table as dynamodb.ITable, {
    startingPosition: lambda.StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    retryAttempts: 2,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    onFailure: new SqsDlq(lost),
    filters: [
      lambda.FilterCriteria.filter({
        eventName: ['INSERT', 'REMOVE'],
        dynamodb: { Keys: { SK: { S: lambda.FilterRule.beginsWith('outbox#') } } },
      }),
    ],
  }),
);

new events.Rule(stack, 'ToRecord', {
  eventBus: bus,
  eventPattern: { source: events.Match.prefix('urn:sample:system:') },
  targets: [new SqsQueue(recordQueue)],
});
new events.Rule(stack, 'ToInbox', {
  eventBus: bus,
  eventPattern: { source: ['urn:sample:hub'], detailType: events.Match.suffix('.v1') },
  targets: [new SqsQueue(inbox, { deadLetterQueue: undelivered })],
});

const api = sampleFunction('Api', 'api');
const integration = new HttpLambdaIntegration('ApiIntegration', api);
const http = new apigateway.HttpApi(stack, 'HttpApi');
const authorizer = new apigateway.CfnAuthorizer(stack, 'Authorizer', {
  apiId: http.apiId,
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  name: 'oidc',
  jwtConfiguration: { issuer: issuer.valueAsString, audience: [audience.valueAsString] },
});
for (const [path_, scopes] of [
  ['/things/{id}', ['things:read']],
  ['/things/latest', ['things:read']],
  ['/open/{proxy+}', undefined],
] as const) {
  const routes = http.addRoutes({ path: path_, methods: [apigateway.HttpMethod.ANY], integration });
  if (scopes === undefined) continue;
  for (const route of routes) {
    const cfn = route.node.defaultChild as apigateway.CfnRoute;
    cfn.authorizationType = 'JWT';
    cfn.authorizerId = authorizer.ref;
    cfn.authorizationScopes = [...scopes];
  }
}
table.grantReadWriteData(api);
new CfnOutput(stack, 'TableName', { value: table.tableName });
new CfnOutput(stack, 'ArchiveName', { value: archive.archiveName });

app.synth();
rmSync(bundles, { recursive: true });

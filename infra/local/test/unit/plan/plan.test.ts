import { describe, expect, it } from 'vitest';
import { resolveStacks } from '../../../cfn/resolve.ts';
import type { TemplateResource } from '../../../cfn/template.ts';
import type { JsonObject } from '../../../json.ts';
import { type HubPlan, planHub } from '../../../plan/plan.ts';

const endpoints = { sqs: 'http://127.0.0.1:1', api: 'http://127.0.0.1:2' };
const assets = new Map([['code.zip', '/assets/code']]);

function plan(Resources: Record<string, TemplateResource>): HubPlan {
  const resolved = resolveStacks([{ name: 'Sample', template: { Resources } }], {
    parameters: {},
    endpoints,
  });
  return planHub(resolved, assets);
}

const queue = (Properties: JsonObject = {}): TemplateResource => ({ Type: 'AWS::SQS::Queue', Properties });
const arn = (logicalId: string): JsonObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

const lambda = (Properties: JsonObject = {}): TemplateResource => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: 'code.zip' },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    ...Properties,
  },
});

const table: TemplateResource = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  },
};

const mapping = (source: JsonObject, Properties: JsonObject = {}): TemplateResource => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: { EventSourceArn: source, FunctionName: { Ref: 'Function' }, ...Properties },
});

const rule = (Properties: JsonObject): TemplateResource => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: { source: ['a'] }, ...Properties },
});

describe('functions', () => {
  it('take code, variables, time and memory from the template', () => {
    const { functions } = plan({
      Function: lambda({ Timeout: 30, Environment: { Variables: { QUEUE: { Ref: 'Queue' } } } }),
      Queue: queue(),
    });
    expect(functions).toEqual([
      expect.objectContaining({
        name: 'Function',
        codeFolder: '/assets/code',
        handler: 'index.handler',
        environment: { QUEUE: 'http://127.0.0.1:1/000000000000/Queue' },
        timeoutMs: 30_000,
        memoryMb: 128,
      }),
    ]);
  });

  it.each([
    ['inline code', { Code: { ZipFile: 'exports.handler = 1' } }, /Sample\/Function .*S3Bucket/s],
    ['layers', { Layers: ['arn:aws:lambda:layer'] }, /Layers/],
    ['another runtime', { Runtime: 'python3.13' }, /Runtime/],
    [
      'code nobody bundled',
      { Code: { S3Bucket: 'assets', S3Key: 'other.zip' } },
      /no asset folder for other.zip/,
    ],
  ])('refuses %s', (_, properties, message) => {
    expect(() => plan({ Function: lambda(properties) })).toThrow(message);
  });
});

describe('queues', () => {
  it('keep attributes and dead-letter queue, and shorten the delay', () => {
    const { queues, deadLetterQueues } = plan({
      Queue: queue({
        VisibilityTimeout: 180,
        DelaySeconds: 900,
        RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 5 },
      }),
      Dead: queue(),
    });
    expect(queues[0]).toMatchObject({
      attributes: {
        VisibilityTimeout: '180',
        DelaySeconds: '1',
        RedrivePolicy:
          '{"deadLetterTargetArn":"arn:aws:sqs:eu-west-2:000000000000:Dead","maxReceiveCount":5}',
      },
      deadLetterQueue: 'Dead',
    });
    expect(deadLetterQueues).toEqual(['Dead']);
  });
});

describe('tables', () => {
  it('become CreateTable requests, on demand, with stream and expiry', () => {
    expect(plan({ Table: table }).tables).toEqual([
      expect.objectContaining({
        timeToLive: 'expiresAt',
        createTable: expect.objectContaining({
          TableName: 'Table',
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
        }),
      }),
    ]);
  });
});

const scheduled = (target: string, ScheduleExpression = 'rate(5 minutes)'): TemplateResource => ({
  Type: 'AWS::Events::Rule',
  Properties: { ScheduleExpression, Targets: [{ Id: 'a', Arn: arn(target) }] },
});

describe('rules', () => {
  it('lead to queues; a disabled rule leads nowhere', () => {
    const { events } = plan({
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'main' } },
      Rule: rule({
        EventBusName: { Ref: 'Bus' },
        Targets: [{ Id: 'a', Arn: arn('Queue'), DeadLetterConfig: { Arn: arn('Dead') } }],
      }),
      Off: rule({ State: 'DISABLED' }),
      Queue: queue(),
      Dead: queue(),
    });
    expect(events.buses).toEqual(['main', 'default']);
    expect(events.rules).toMatchObject([
      { bus: 'main', targets: [{ queue: 'Queue', deadLetterQueue: 'Dead' }] },
    ]);
  });

  it('that go off by the clock invoke functions', () => {
    const { events, schedules } = plan({ Clock: scheduled('Function'), Function: lambda() });
    expect(events.rules).toEqual([]);
    expect(schedules).toMatchObject([{ functionNames: ['Function'], everyMs: 300_000 }]);
    const nightly = plan({ Clock: scheduled('Function', 'cron(30 2 * * ? *)'), Function: lambda() });
    expect(nightly.schedules).toMatchObject([{ everyMs: 86_400_000, atMs: 9_000_000 }]);
  });

  it.each([
    ['a schedule of anything but a function', scheduled('Queue'), /AWS::Lambda::Function/],
    ['a schedule of some days', scheduled('Function', 'cron(0 3 ? * MON *)'), /cron\(0 3 \? \* MON \*\)/],
    [
      'a transformed input',
      rule({ Targets: [{ Id: 'a', Arn: arn('Queue'), InputPath: '$.detail' }] }),
      /InputPath/,
    ],
    ['a target that is no queue', rule({ Targets: [{ Id: 'a', Arn: arn('Function') }] }), /AWS::SQS::Queue/],
    ['an operator nobody knows', rule({ EventPattern: { a: [{ like: 'x' }] } }), /unknown operator like/],
  ])('refuse %s', (_, refused, message) => {
    expect(() => plan({ Rule: refused, Queue: queue(), Function: lambda() })).toThrow(message);
  });
});

describe('event source mappings', () => {
  it('feed functions from queues and streams', () => {
    const { mappings, deadLetterQueues } = plan({
      Function: lambda(),
      Queue: queue(),
      Lost: queue(),
      Table: table,
      FromQueue: mapping(arn('Queue'), {
        BatchSize: 5,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 2 },
      }),
      FromStream: mapping(
        { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        {
          StartingPosition: 'TRIM_HORIZON',
          MaximumRetryAttempts: 3,
          BisectBatchOnFunctionError: true,
          FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
          DestinationConfig: { OnFailure: { Destination: arn('Lost') } },
        },
      ),
      Off: mapping(arn('Queue'), { Enabled: false }),
    });
    expect(mappings.queues).toEqual([
      expect.objectContaining({
        queue: 'Queue',
        batchSize: 5,
        reportsItemFailures: true,
        maximumConcurrency: 2,
      }),
    ]);
    expect(mappings.streams).toEqual([
      expect.objectContaining({
        table: 'Table',
        batchSize: 100,
        maximumRetries: 3,
        bisects: true,
        onFailure: 'Lost',
      }),
    ]);
    expect(mappings.streams[0]?.filters[0]?.({ eventName: 'INSERT' })).toBe(true);
    expect(deadLetterQueues).toEqual(['Lost']);
  });

  it.each([
    ['a filter on a queue', mapping(arn('Queue'), { FilterCriteria: { Filters: [] } }), /FilterCriteria/],
    [
      'several batches of a shard at once',
      mapping(
        { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        { StartingPosition: 'LATEST', ParallelizationFactor: 2 },
      ),
      /ParallelizationFactor/,
    ],
    ['an unknown function', mapping(arn('Queue'), { FunctionName: 'nobody' }), /answers to nobody/],
  ])('refuse %s', (_, resource, message) => {
    expect(() => plan({ Mapping: resource, Queue: queue(), Table: table, Function: lambda() })).toThrow(
      message,
    );
  });
});

describe('the HTTP API', () => {
  const api = { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } };
  const integration = {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: arn('Function'),
      PayloadFormatVersion: '2.0',
    },
  };
  const authorizer = {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Audience: ['landlord'], Issuer: 'https://issuer.example' },
    },
  };
  const route = (Properties: JsonObject): TemplateResource => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      RouteKey: 'GET /a',
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
      ...Properties,
    },
  });
  const parts = { Api: api, Integration: integration, Authorizer: authorizer, Function: lambda() };

  it('joins routes, functions and authorisers', () => {
    const Route = route({
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'Authorizer' },
      AuthorizationScopes: ['read'],
    });
    expect(plan({ ...parts, Route }).httpApi).toEqual({
      id: 'Api',
      stage: '$default',
      routes: [
        {
          key: 'GET /a',
          functionName: 'Function',
          authorizer: { issuer: 'https://issuer.example', audience: ['landlord'] },
          scopes: ['read'],
        },
      ],
    });
  });

  it.each([
    [
      'CORS',
      { Api: { ...api, Properties: { ...api.Properties, CorsConfiguration: {} } } },
      /CorsConfiguration/,
    ],
    ['another authorisation', { Route: route({ AuthorizationType: 'AWS_IAM' }) }, /AuthorizationType/],
    [
      'a route without its authoriser',
      { Route: route({ AuthorizationType: 'JWT', AuthorizerId: 'x' }) },
      /no authoriser x/,
    ],
    ['a route without its integration', { Route: route({ Target: 'integrations/none' }) }, /no integration/],
    ['a second API', { Other: api }, /one HTTP API only/],
  ])('refuses %s', (_, resources, message) => {
    expect(() => plan({ ...parts, ...resources })).toThrow(message);
  });
});

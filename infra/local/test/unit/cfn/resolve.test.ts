// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how Fn::Sub writes a name.
import { describe, expect, it } from 'vitest';
import { resolveStacks } from '../../../cfn/resolve.ts';
import type { Template } from '../../../cfn/template.ts';
import type { Json } from '../../../json.ts';

const endpoints = { sqs: 'http://127.0.0.1:1', api: 'http://127.0.0.1:2' };

const resolve = (template: Partial<Template>, parameters: Record<string, string> = {}) =>
  resolveStacks([{ name: 'Sample', template: { Resources: {}, ...template } }], { parameters, endpoints });

/** Resolves one value, as an output of a stack that has a bit of everything. */
const output = (Value: Json, parameters: Record<string, string> = {}): string | undefined =>
  resolve(
    {
      Parameters: {
        Stage: { Type: 'String', Default: 'dev' },
        Zones: { Type: 'CommaDelimitedList', Default: 'a,b,c' },
        Owner: { Type: 'String' },
      },
      Mappings: { Sizes: { dev: { memory: '256' }, prod: { memory: '1024' } } },
      Conditions: {
        IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
        IsNotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
        Either: { 'Fn::Or': [{ Condition: 'IsProd' }, { 'Fn::Equals': ['x', 'y'] }] },
        Both: { 'Fn::And': [{ Condition: 'IsNotProd' }, { 'Fn::Equals': ['x', 'x'] }] },
      },
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue' },
        Named: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Sub': 'inbox-${Stage}' } } },
        Table: { Type: 'AWS::DynamoDB::Table' },
        Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'main' } },
        Role: { Type: 'AWS::IAM::Role' },
        Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'webhook' } },
        Api: { Type: 'AWS::ApiGatewayV2::Api' },
      },
      Outputs: { Result: { Value } },
    },
    { Owner: 'team', ...parameters },
  ).outputs['Result'];

describe('a template’s intrinsic functions', () => {
  const rows: readonly (readonly [string, Json, string])[] = [
    ['a parameter', { Ref: 'Owner' }, 'team'],
    ['a default', { Ref: 'Stage' }, 'dev'],
    ['an item of a list parameter', { 'Fn::Select': [1, { Ref: 'Zones' }] }, 'b'],
    [
      'pseudo parameters',
      { 'Fn::Sub': '${AWS::Region} ${AWS::AccountId} ${AWS::StackName}' },
      'eu-west-2 000000000000 Sample',
    ],
    ['a queue is its URL', { Ref: 'Queue' }, 'http://127.0.0.1:1/000000000000/Queue'],
    [
      'a queue with a name of its own',
      { 'Fn::GetAtt': ['Named', 'Arn'] },
      'arn:aws:sqs:eu-west-2:000000000000:inbox-dev',
    ],
    ['an attribute written with a dot', { 'Fn::GetAtt': 'Named.QueueName' }, 'inbox-dev'],
    ['a table', { Ref: 'Table' }, 'Table'],
    ['a bus', { 'Fn::GetAtt': ['Bus', 'Arn'] }, 'arn:aws:events:eu-west-2:000000000000:event-bus/main'],
    [
      'a secret is its ARN',
      { Ref: 'Secret' },
      'arn:aws:secretsmanager:eu-west-2:000000000000:secret:webhook-local0',
    ],
    ['the API', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://127.0.0.1:2'],
    ['something harmless may be referred to', { 'Fn::GetAtt': ['Role', 'Arn'] }, 'arn:aws:local:::Role/Arn'],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 'c']] }, 'a-dev-c'],
    ['Join of a list', { 'Fn::Join': ['/', { Ref: 'Zones' }] }, 'a/b/c'],
    ['Split and Select', { 'Fn::Select': ['2', { 'Fn::Split': [':', 'x:y:z'] }] }, 'z'],
    ['Sub with an attribute', { 'Fn::Sub': '${Named.QueueName}!' }, 'inbox-dev!'],
    ['Sub with values of its own', { 'Fn::Sub': ['${x} ${Stage}', { x: { Ref: 'Owner' } }] }, 'team dev'],
    ['Sub with a literal', { 'Fn::Sub': '${!Stage} ${Stage}' }, '${Stage} dev'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, '256'],
    ['If, false', { 'Fn::If': ['IsProd', 'yes', 'no'] }, 'no'],
    ['If, a negation', { 'Fn::If': ['IsNotProd', 'yes', 'no'] }, 'yes'],
    ['If, an or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'no'],
    ['If, an and', { 'Fn::If': ['Both', 'yes', 'no'] }, 'yes'],
    ['NoValue leaves a list item out', { 'Fn::Join': [',', ['a', { Ref: 'AWS::NoValue' }, 'b']] }, 'a,b'],
  ];

  it.each(rows)('%s', (_, value, expected) => {
    expect(output(value)).toBe(expected);
  });

  const refused: readonly (readonly [string, Json, RegExp])[] = [
    ['a function it does not know', { 'Fn::GetAZs': '' }, /Sample output Result: .*Fn::GetAZs/],
    ['an inherited name as function', { 'Fn::constructor': '' }, /Fn::constructor/],
    ['a resource that is not there', { Ref: 'Nothing' }, /no resource or parameter Nothing/],
    ['an attribute it does not know', { 'Fn::GetAtt': ['Queue', 'Colour'] }, /Queue\.Colour/],
    ['an element beyond the list', { 'Fn::Select': [9, { Ref: 'Zones' }] }, /no element 9/],
    ['a map that is not there', { 'Fn::FindInMap': ['Sizes', 'huge', 'memory'] }, /Sizes\.huge\.memory/],
    ['a condition that is not there', { 'Fn::If': ['Never', 'a', 'b'] }, /condition/],
    ['an export that is not there', { 'Fn::ImportValue': 'Elsewhere' }, /no stack exports Elsewhere/],
  ];

  it.each(refused)('refuses %s', (_, value, message) => {
    expect(() => output(value)).toThrow(message);
  });
});

describe('resources', () => {
  it('leaves out what a condition excludes and what changes nothing on one machine', () => {
    const { resources } = resolve({
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        Kept: { Type: 'AWS::SQS::Queue' },
        Excluded: { Type: 'AWS::SQS::Queue', Condition: 'Never' },
        Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Threshold: { 'Fn::Unheard': 1 } } },
      },
    });
    expect(resources.map(({ logicalId }) => logicalId)).toEqual(['Kept']);
  });

  it('refuses a type it does not play, by name and place', () => {
    const template = { Resources: { Steps: { Type: 'AWS::StepFunctions::StateMachine' } } };
    expect(() => resolve(template)).toThrow(
      'Sample/Steps (AWS::StepFunctions::StateMachine): the local runner does not play AWS::StepFunctions::StateMachine',
    );
  });

  it('refuses a dynamic reference', () => {
    const Properties = { Name: '{{resolve:secretsmanager:x}}' };
    expect(() => resolve({ Resources: { Bus: { Type: 'AWS::Events::EventBus', Properties } } })).toThrow(
      /{{resolve:/,
    );
  });

  it('leaves out properties without a value', () => {
    const Properties = { QueueName: { Ref: 'AWS::NoValue' }, DelaySeconds: 1 };
    const { resources } = resolve({ Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties } } });
    expect(resources[0]).toMatchObject({ name: 'Queue', properties: { DelaySeconds: 1 } });
    expect(resources[0]?.properties).not.toHaveProperty('QueueName');
  });
});

describe('parameters', () => {
  it('refuses one without a value and one nobody declares', () => {
    const Parameters = { Owner: { Type: 'String' } };
    const Outputs = { Owner: { Value: { Ref: 'Owner' } } };
    expect(() => resolve({ Parameters, Outputs })).toThrow(/the parameter Owner has no value/);
    expect(() => resolve({ Parameters, Outputs }, { Owner: 'x', Colour: 'y' })).toThrow(
      /declares the parameter Colour/,
    );
  });
});

describe('several stacks', () => {
  it('share what they export', () => {
    const one: Template = {
      Resources: { Queue: { Type: 'AWS::SQS::Queue' } },
      Outputs: {
        Arn: {
          Value: { 'Fn::GetAtt': ['Queue', 'Arn'] },
          Export: { Name: { 'Fn::Sub': '${AWS::StackName}-arn' } },
        },
      },
    };
    const two: Template = { Resources: {}, Outputs: { Seen: { Value: { 'Fn::ImportValue': 'One-arn' } } } };
    const stacks = [
      { name: 'Two', template: two },
      { name: 'One', template: one },
    ];
    const { outputs } = resolveStacks(stacks, { parameters: {}, endpoints });
    expect(outputs['Seen']).toBe('arn:aws:sqs:eu-west-2:000000000000:Queue');
  });

  it('may not have two resources of one name, which would be one here', () => {
    const template: Template = { Resources: { Queue: { Type: 'AWS::SQS::Queue' } } };
    const stacks = ['One', 'Two'].map(name => ({ name, template }));
    expect(() => resolveStacks(stacks, { parameters: {}, endpoints })).toThrow(
      'One and Two both have a AWS::SQS::Queue Queue',
    );
  });
});

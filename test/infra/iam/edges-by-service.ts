import type { Resource, Synthesised } from '../synthesised.ts';
import type { Arns } from './arns.ts';
import { at, byService, type Edge } from './edge.ts';

/** SNS encrypts what it takes with the topic's key, in the name of who sends it. */
export function alarmEdges({ id, Properties }: Resource, app: Synthesised, arns: Arns): Edge[] {
  const actions: { Ref: string }[] = [...(Properties.AlarmActions ?? []), ...(Properties.OKActions ?? [])];
  return actions.map(({ Ref: topic }) => {
    const key = at(app, topic).Properties.KmsMasterKeyId;
    const asks = (action: string, resource: string) => byService('cloudwatch', action, resource, arns.of(id));
    const encrypts = key === undefined ? [] : ['kms:GenerateDataKey', 'kms:Decrypt'];
    return {
      kind: 'alarm to topic',
      from: id,
      to: topic,
      requests: [
        asks('sns:Publish', arns.of(topic)),
        ...encrypts.map(action => asks(action, arns.read(key))),
      ],
    };
  });
}

export function ruleEdges({ id, Properties }: Resource, app: Synthesised, arns: Arns): Edge[] {
  return Properties.Targets.flatMap((target: { Arn: Attribute; DeadLetterConfig?: { Arn: Attribute } }) => {
    const to = target.Arn['Fn::GetAtt'][0];
    const isQueue = at(app, to).Type === 'AWS::SQS::Queue';
    const [kind, action] = isQueue
      ? ['rule to queue', 'sqs:SendMessage']
      : ['clock to function', 'lambda:InvokeFunction'];
    const edge = (what: string, does: string, end: string): Edge => ({
      kind: what,
      from: id,
      to: end,
      requests: [byService('events', does, arns.of(end), arns.of(id))],
    });
    const deadLetters = target.DeadLetterConfig?.Arn['Fn::GetAtt'][0];
    return [
      edge(kind, action, to),
      ...(deadLetters === undefined ? [] : [edge('rule to dead letters', 'sqs:SendMessage', deadLetters)]),
    ];
  });
}

interface Attribute {
  'Fn::GetAtt': [string, string];
}

export function routeEdge({ Properties }: Resource, app: Synthesised, arns: Arns): Edge {
  const integration = Properties.Target['Fn::Join'][1].at(-1).Ref;
  const lambda = at(app, integration).Properties.IntegrationUri['Fn::GetAtt'][0];
  const source = arns.ofRoute(Properties.ApiId.Ref, Properties.RouteKey);
  return {
    kind: 'route to function',
    from: Properties.RouteKey,
    to: lambda,
    requests: [byService('apigateway', 'lambda:InvokeFunction', arns.of(lambda), source)],
  };
}

import type { Resource, Synthesised } from '../synthesised.ts';
import type { Arns } from './arns.ts';
import { at, byRole, type Edge } from './edge.ts';
import type { Request } from './evaluate.ts';

const polls = 'sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes';
const reads = 'dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator';

/** Lambda polls queues and streams, and hands over what failed, in the role of the function. */
export function sourceEdges({ id, Properties }: Resource, app: Synthesised, arns: Arns): Edge[] {
  const lambda = Properties.FunctionName.Ref;
  const role = arns.read(at(app, lambda).Properties.Role);
  const [from] = Properties.EventSourceArn['Fn::GetAtt'];
  const isQueue = at(app, from).Type === 'AWS::SQS::Queue';
  const source = arns.read(Properties.EventSourceArn);
  const taken: Edge = {
    kind: isQueue ? 'queue to function' : 'stream to function',
    from,
    to: lambda,
    requests: [...byRole(role, isQueue ? polls : reads, source), ...decrypting(role, at(app, from), arns)],
  };
  const failed = Properties.DestinationConfig?.OnFailure.Destination;
  if (failed === undefined) return [taken];
  const requests = byRole(role, 'sqs:SendMessage', arns.read(failed));
  return [taken, { kind: 'stream to dead letters', from: id, to: failed['Fn::GetAtt'][0], requests }];
}

/** A table with a key of the landlord's own is read through DynamoDB, which asks the key in the reader's name. */
function decrypting(role: string, { Properties }: Resource, arns: Arns): Request[] {
  const key = Properties.SSESpecification?.KMSMasterKeyId;
  const context = { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' };
  return key === undefined ? [] : byRole(role, 'kms:Decrypt', arns.read(key), context);
}

export function functionEdges({ id, Properties }: Resource, arns: Arns): Edge[] {
  const role = arns.read(Properties.Role);
  const logs = arns.of(Properties.LoggingConfig.LogGroup.Ref);
  const trust = {
    by: { service: 'lambda.amazonaws.com' },
    action: 'sts:AssumeRole',
    resource: role,
    context: {},
  };
  return [
    { kind: 'service to role', from: id, to: role, requests: [trust] },
    {
      kind: 'function to log',
      from: id,
      to: logs,
      requests: byRole(role, 'logs:CreateLogStream logs:PutLogEvents', logs),
    },
  ];
}

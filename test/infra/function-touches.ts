import type { FunctionName } from '../../infra/bundles.ts';
import { plainName, type Resource, type Synthesised, statementsWithin } from './synthesised.ts';

/** What comes with another action and says nothing more: reading a queue or a stream takes several. */
const companions = /^(DeleteMessage|GetQueueAttributes|DescribeStream|GetShardIterator|ListStreams)$/;
/** What every function has, and the managed key, which follows from the tables that it is of. */
const everywhere = /Logs$|^\*$|PersonalKey$/;

/** What the parts of the stack are called in a page, by the name of the construct. */
const names: readonly (readonly [RegExp, string])[] = [
  [/DeadLettersQueue$|FailedQueue$/, 'dead-letter queue'],
  [/InboundConsumerEventsQueue$/, 'inbound queue'],
  [/OutboundConsumerEventsQueue$/, 'outbound queue'],
  [/FilesConsumerEventsQueue$/, 'files queue'],
  [/^RecordsConsumerEventsQueue$/, 'record queue'],
  [/^RecordsBulkEventsQueue$/, 'bulk queue'],
  [/InboxQueue$/, 'inbox queue'],
  [/WebhookSecret$/, 'webhook secret'],
  [/FileBucket/, 'file bucket'],
  [/^SealingSeals/, 'seals bucket'],
  [/^StorageHistoryBucket/, 'history bucket'],
  [/^Bus$/, 'event bus'],
  [/^TicketsBus$/, 'ticket bus'],
  [/^Storage/, ''],
];

/** What a function's roles allow in all its deployments: each part of the stack, with the actions, in the page's words. */
export function touchesOf(app: Synthesised, name: FunctionName): Record<string, string> {
  const touches = new Map<string, Set<string>>();
  for (const { Action, Resource: on } of app
    .ofType('AWS::Lambda::Function')
    .flatMap(statementsOf(app, name))) {
    for (const place of [on]
      .flat()
      .map(placeOf)
      .filter(one => !everywhere.test(one))) {
      const actions = [Action].flat().map(action => String(action).replace(/^.*:/, ''));
      const known = touches.get(inWords(place)) ?? [];
      touches.set(inWords(place), new Set([...known, ...actions.filter(action => !companions.test(action))]));
    }
  }
  return Object.fromEntries([...touches].map(([place, actions]) => [place, [...actions].sort().join(', ')]));
}

function statementsOf(app: Synthesised, name: FunctionName) {
  return ({ id, Properties }: Resource): Resource['Properties'][] => {
    const service: string = Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME;
    if (service !== name && !service.startsWith(`${name}-`)) return [];
    const role = Properties.Role['Fn::GetAtt'][0];
    const own = app.ofType('AWS::IAM::Role').filter(one => one.id === role);
    if (own.length === 0) throw new Error(`${id} has no role`);
    return own.flatMap(statementsWithin);
  };
}

function placeOf(resource: Resource['Properties']): string {
  const parts: unknown[] = resource['Fn::Join']?.[1] ?? [resource];
  return parts.map(part => (typeof part === 'string' ? part : attributeOf(part))).join('');
}

function attributeOf(part: Resource['Properties']): string {
  const [id, attribute] = part['Fn::GetAtt'] ?? [part.Ref];
  return `${plainName(id)}${attribute === 'StreamArn' ? ' stream' : ''}`;
}

/** `StorageRecords/index/due` is `records index due`; a part of a system has no name of the system. */
function inWords(place: string): string {
  const [pattern, word] = names.find(([one]) => one.test(place)) ?? [/^$/, ''];
  if (word !== '') return word;
  const own = place.replace(pattern, '').replace('/index/', ' index ');
  return `${own.charAt(0).toLowerCase()}${own.slice(1)}`;
}

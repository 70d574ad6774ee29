import { onlyAttributes } from '../../../infra/constructs/allow.ts';
import { hubFlagEvents } from '../../../schemas/events/flag.ts';
import { sampleSays } from '../synthesised.ts';

const noticed = ['identified', 'parted'].map(what => `housing.person.${what}.v1`);

/** A condition as a line of a permission has it. */
export function conditionText(condition: unknown): string {
  return condition === undefined ? '' : ` if ${JSON.stringify(condition)}`;
}

function each(service: string, actions: string, resource: string, condition?: object): string[] {
  return actions
    .split(' ')
    .map(action => `Allow ${service}:${action} on ${resource}${conditionText(condition)}`);
}

const logsAndTraces = (logs: string) => [
  ...each('logs', 'CreateLogStream PutLogEvents', logs),
  ...each('xray', 'PutTraceSegments PutTelemetryRecords', '*'),
];
const takesFrom = (queue: string) => each('sqs', 'ReceiveMessage DeleteMessage GetQueueAttributes', queue);
const publishesAs = (source: string | string[], types?: string[]) =>
  each('events', 'PutEvents', 'Bus', {
    StringEquals: { 'events:source': source, ...(types && { 'events:detail-type': types }) },
  });
const publishesAsSystem = (system: string) =>
  publishesAs(`urn:lintel:system:${system}`, [...sampleSays, ...noticed]);
const rowsOf = (system: string) => ({
  'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': `SYSTEM#${system}` },
});

const whichFlagsLive = onlyAttributes(['pk', 'sk', 'version', 'flags', 'latest']);
const beginning = (...keys: string[]) => ({ 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } });
const keysAndNumbers = beginning('REFERENCE#*', 'LEARNT#*', 'NUMBER#*');
const forgottenKeys = beginning('REFERENCE#*', 'LEARNT#*', 'FORGOTTEN#*');

const readsStream = 'DescribeStream GetRecords GetShardIterator ListStreams';
const usesPersonalKey = each(
  'kms',
  'Decrypt DescribeKey Encrypt GenerateDataKey ReEncryptFrom ReEncryptTo',
  'StoragePersonalKey',
  { StringEquals: { 'kms:ViaService': 'dynamodb.eu-west-2.amazonaws.com' } },
);
/** Whoever takes in what is said of people, or shows it. Nobody else has a text in clear: `record`, `relay` and `deliver` have none. */
const usesTexts = each('dynamodb', 'BatchGetItem PutItem', 'StorageKeys');

/** Events that have left the table. */
const readsHistory = each('s3', 'GetObject', 'StorageHistoryBucket/events/*');

function receive(name: string, system: string): string[] {
  return [
    ...logsAndTraces(`${name}InboundReceiveLogs`),
    ...takesFrom(`${name}InboundConsumerEventsQueue`),
    ...publishesAsSystem(system),
    ...each('dynamodb', 'BatchGetItem Query', 'StorageDirectory'),
    ...each('dynamodb', 'BatchGetItem PutItem UpdateItem', 'StorageQuarantine', rowsOf(system)),
    ...usesPersonalKey,
    ...usesTexts,
    ...each('dynamodb', 'BatchGetItem', 'StorageDeliveries', rowsOf(system)),
  ];
}

function files(name: string, system: string): string[] {
  const own = (actions: string, ...kinds: string[]) =>
    kinds.flatMap(kind => each('s3', actions, `StorageFileBucket/${kind}/${system}/*`));
  return [
    ...logsAndTraces(`${name}FilesLogs`),
    ...takesFrom(`${name}FilesConsumerEventsQueue`),
    ...each('sqs', 'SendMessage', `${name}FilesConsumerEventsQueue`),
    ...publishesAsSystem(system),
    ...each('dynamodb', 'BatchGetItem Query', 'StorageDirectory'),
    ...each('dynamodb', 'PutItem UpdateItem', 'StorageQuarantine', rowsOf(system)),
    ...usesPersonalKey,
    ...usesTexts,
    ...each('dynamodb', 'BatchGetItem', 'StorageDeliveries', rowsOf(system)),
    ...each('dynamodb', 'GetItem PutItem', 'StorageFiles', rowsOf(system)),
    ...own('GetObject PutObject', 'files', 'parts', 'results', 'changes', 'snapshots'),
    ...own('DeleteObject', 'snapshots'),
  ];
}

function deliver(name: string, system: string, destination: string[]): string[] {
  return [
    ...logsAndTraces(`${name}OutboundDeliverLogs`),
    ...takesFrom(`${name}OutboundConsumerEventsQueue`),
    ...each('dynamodb', 'BatchGetItem Query', 'StorageDirectory'),
    ...each('dynamodb', 'GetItem PutItem UpdateItem DeleteItem Query', 'StorageDeliveries', rowsOf(system)),
    ...each('dynamodb', 'BatchGetItem', 'StorageRecords', whichFlagsLive),
    ...each('dynamodb', 'Query', 'StorageRecords/index/flagged'),
    ...each('sqs', 'SendMessage', `${name}OutboundConsumerEventsQueue`),
    ...each('sqs', 'ChangeMessageVisibility', `${name}OutboundConsumerEventsQueue`),
    ...each('sqs', 'SendMessage', `${name}OutboundConsumerEventsDeadLettersQueue`),
    ...destination,
  ];
}

/** All that each function may do, and on what. A new line here is a decision. */
export const allowed: Record<string, string[]> = {
  RecordsRecordFunction: [
    ...logsAndTraces('RecordsRecordLogs'),
    ...takesFrom('RecordsConsumerEventsQueue'),
    ...takesFrom('RecordsBulkEventsQueue'),
    ...publishesAs(
      'urn:lintel:hub',
      hubFlagEvents.map(({ type }) => type),
    ),
    ...each('dynamodb', 'BatchGetItem ConditionCheckItem GetItem PutItem Query', 'StorageRecords'),
    ...readsHistory,
    ...each('dynamodb', 'PutItem UpdateItem', 'StorageQuarantine'),
    ...usesPersonalKey,
  ],
  WatchingWatchFunction: [
    ...logsAndTraces('WatchingWatchLogs'),
    ...each('dynamodb', 'Query', 'StorageRecords/index/due'),
    ...each('dynamodb', 'BatchGetItem ConditionCheckItem GetItem PutItem', 'StorageRecords'),
  ],
  MovingMoveFunction: [
    ...logsAndTraces('MovingMoveLogs'),
    ...each('dynamodb', 'BatchGetItem DeleteItem Query Scan UpdateItem', 'StorageRecords'),
    ...readsHistory,
    ...each('s3', 'PutObject', 'StorageHistoryBucket/events/*'),
  ],
  AnnouncementsRelayFunction: [
    ...logsAndTraces('AnnouncementsRelayLogs'),
    ...publishesAs(['urn:lintel:hub', 'urn:lintel:system:officers']),
    ...each('dynamodb', readsStream, 'StorageRecords'),
    ...each('sqs', 'SendMessage', 'AnnouncementsFailedQueue'),
  ],
  DriftMeasureFunction: [
    ...logsAndTraces('DriftMeasureLogs'),
    ...publishesAs('urn:lintel:hub', ['housing.system.behind.v1']),
    ...each('dynamodb', 'Query', 'StorageRecords/index/flagged'),
    ...each('dynamodb', 'Query', 'StorageDeliveries'),
  ],
  ReaderFunction: [
    ...logsAndTraces('ReaderLogs'),
    ...each('dynamodb', 'BatchGetItem Query', 'StorageRecords'),
    ...readsHistory,
    ...each('dynamodb', 'BatchGetItem Query', 'StorageDirectory'),
    ...each('dynamodb', 'GetItem PutItem', 'StorageDirectory', forgottenKeys),
    ...each('dynamodb', 'Query', 'StorageRecords/index/flagged'),
    ...each('dynamodb', 'BatchGetItem DeleteItem UpdateItem', 'StorageQuarantine'),
    ...each('dynamodb', 'Query', 'StorageQuarantine/index/listed'),
    ...usesPersonalKey,
    ...usesTexts,
    ...each('dynamodb', 'PutItem', 'StorageAudit'),
  ],
  DecisionsDecideFunction: [
    ...usesTexts,
    ...usesPersonalKey,
    ...logsAndTraces('DecisionsDecideLogs'),
    ...each('dynamodb', 'BatchGetItem ConditionCheckItem GetItem PutItem', 'StorageRecords'),
    ...readsHistory,
    ...each('dynamodb', 'BatchGetItem Query', 'StorageDirectory'),
  ],
  ReadAuditFunction: [
    ...logsAndTraces('ReadAuditLogs'),
    ...['', '/index/officer', '/index/breakGlass'].flatMap(part =>
      each('dynamodb', 'Query', `StorageAudit${part}`),
    ),
    ...each('dynamodb', 'PutItem', 'StorageAudit'),
  ],
  SealingSealFunction: [
    ...logsAndTraces('SealingSealLogs'),
    ...each('dynamodb', 'Query', 'StorageAudit/index/day'),
    ...each('s3', 'GetObject PutObject', 'SealingSealsBucket/seals/*'),
    ...each('s3', 'ListBucket', 'SealingSealsBucket', { StringEquals: { 's3:prefix': 'seals/' } }),
  ],
  QuarantineFollowFunction: [
    ...logsAndTraces('QuarantineFollowLogs'),
    ...publishesAs(['urn:lintel:hub', 'urn:lintel:system:officers']),
    ...each('events', 'PutEvents', 'TicketsBus', {
      StringEquals: { 'events:source': 'urn:lintel:hub', 'events:detail-type': 'lintel.ticket.v1' },
    }),
    ...each('dynamodb', readsStream, 'StorageQuarantine'),
    ...each('dynamodb', readsStream, 'StorageRecords'),
    ...each('dynamodb', 'BatchGetItem DeleteItem PutItem Query UpdateItem', 'StorageQuarantine'),
    ...each('dynamodb', 'Query', 'StorageQuarantine/index/listed'),
    ...usesPersonalKey,
    ...each('dynamodb', 'GetItem PutItem Query', 'StorageDirectory', keysAndNumbers),
    ...each('dynamodb', 'BatchGetItem', 'StorageDirectory'),
    ...each('dynamodb', 'BatchGetItem Query', 'StorageRecords'),
    ...readsHistory,
    ...each('sqs', 'SendMessage', 'QuarantineFailedQueue'),
  ],
  RepairsInboundReceiveFunction: receive('Repairs', 'repairs'),
  RepairsFilesFunction: files('Repairs', 'repairs'),
  RepairsOutboundDeliverFunction: deliver('Repairs', 'repairs', [
    ...each('secretsmanager', 'GetSecretValue', 'RepairsWebhookSecret'),
  ]),
  LeaksInboundReceiveFunction: receive('Leaks', 'leaks'),
  LeaksFilesFunction: files('Leaks', 'leaks'),
  LeaksOutboundDeliverFunction: deliver('Leaks', 'leaks', each('sqs', 'SendMessage', 'LeaksInboxQueue')),
  TenancySupportInboundReceiveFunction: receive('TenancySupport', 'tenancy-support'),
  TenancySupportFilesFunction: files('TenancySupport', 'tenancy-support'),
  TenancySupportOutboundDeliverFunction: deliver('TenancySupport', 'tenancy-support', [
    ...each('sqs', 'SendMessage', 'TenancySupportInboxQueue'),
  ]),
};

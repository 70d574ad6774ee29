import { expect, it } from 'vitest';
import { hubPartsOf } from '../../../../functions/operators/ops/hub-parts.ts';

const outputs = {
  RecordsTableName: 'table',
  HistoryBucketName: 'history',
  DeliveriesTableName: 'deliveries',
  AuditTableName: 'audit',
  QuarantineTableName: 'quarantine',
  KeysTableName: 'keys',
  BusName: 'bus',
  BusArn: 'arn:bus',
  ArchiveArn: 'arn:archive',
  RecordRuleArn: 'arn:rule',
  RecordsDeadLetterQueueUrl: 'https://records',
  RecordsRecordLogGroupName: '/logs/record',
  LeaksInboxDeadLetterQueueUrl: 'https://leaks-inbox',
  LeaksInboundReceiveLogGroupName: '/logs/receive',
  TenancySupportWebhookSecretArn: 'arn:secret',
};

it('names the dead-letter queues, each with the logs of its functions', () => {
  expect(hubPartsOf(outputs)).toEqual({
    historyBucket: 'history',
    recordsTable: 'table',
    deliveriesTable: 'deliveries',
    auditTable: 'audit',
    quarantineTable: 'quarantine',
    keysTable: 'keys',
    busName: 'bus',
    busArn: 'arn:bus',
    archiveArn: 'arn:archive',
    recordRuleArn: 'arn:rule',
    queues: [
      { name: 'leaks-inbox', url: 'https://leaks-inbox', logGroups: [] },
      { name: 'records', url: 'https://records', logGroups: ['/logs/record'] },
    ],
    webhooks: new Map([['tenancy-support', 'arn:secret']]),
  });
});

it('says which outputs a stack lacks', () => {
  const { BusArn: _bus, ArchiveArn: _archive, ...others } = outputs;
  expect(() => hubPartsOf(others)).toThrow('The stack has no output BusArn, ArchiveArn: deploy this version');
});

import { beforeAll, describe, expect, test } from 'vitest';
import { flagDefinitions, flagVisibility } from '../../schemas/flags.ts';
import { plainName, type Synthesised, sampleManifests, synthesise, theOne } from './synthesised.ts';

let app: Synthesised;

beforeAll(async () => {
  app = await synthesise({ stage: 'prod' });
});

const one = (type: string, name: string) => theOne(app, type, name);

describe('tables', () => {
  test('there are seven, encrypted, restorable and protected from deletion', () => {
    const tables = app.ofType('AWS::DynamoDB::Table');
    expect(tables.map(({ id }) => plainName(id)).toSorted(), 'a new table has a line here').toEqual([
      'StorageAudit',
      'StorageDeliveries',
      'StorageDirectory',
      'StorageFiles',
      'StorageKeys',
      'StorageQuarantine',
      'StorageRecords',
    ]);
    for (const { id, Properties, DeletionPolicy } of tables) {
      expect(DeletionPolicy, id).toBe('Retain');
      expect(Properties, id).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true },
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      });
    }
  });

  test('a destroyed key of a text is in no backup after a week, and the table of keys has the landlord’s own', () => {
    const { Properties } = one('AWS::DynamoDB::Table', 'StorageKeys');
    expect(Properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays).toBe(7);
    const managed = Properties.SSESpecification.KMSMasterKeyId['Fn::GetAtt'][0];
    expect(plainName(managed)).toBe('StoragePersonalKey');
  });

  test('the records have no local index, a stream of new images and rows that expire', () => {
    const { Properties } = one('AWS::DynamoDB::Table', 'StorageRecords');
    expect(Properties).not.toHaveProperty('LocalSecondaryIndexes');
    expect(Properties).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });
});

test('what holds data keeps its logical id: under another, CloudFormation would begin again with nothing', () => {
  const kept = [
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::SecretsManager::Secret',
    'AWS::Events::EventBus',
    'AWS::Events::Archive',
  ];
  const advice = 'add the id of what is new, never change another';
  expect(kept.flatMap(type => app.ofType(type).map(({ id }) => id)).toSorted(), advice).toEqual([
    'Bus95A03305',
    'BusArchiveDBBF46CD',
    'RepairsWebhookSecret',
    'SealingSealsBucket8D8D1061',
    'StorageAudit9012A908',
    'StorageDeliveriesE42B5069',
    'StorageDirectoryE7A0B77E',
    'StorageFileBucket7C89907D',
    'StorageFiles48C02C92',
    'StorageHistoryBucket0488130D',
    'StorageKeys12664C02',
    'StorageQuarantine381A7D7C',
    'StorageRecords0990588D',
    'TicketsBus61BE51E2',
  ]);
});

describe('functions', () => {
  test('run on Node 24 and arm64, traced, with a log group of their own that forgets', () => {
    const functions = app.ofType('AWS::Lambda::Function');
    expect(functions).toHaveLength(10 + 3 * sampleManifests.length);
    for (const { id, Properties } of functions) {
      expect(Properties, id).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: /Files|Drift|Sealing/.test(id) ? 1769 : 512,
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
      });
      expect(Properties.Timeout, id).toBeGreaterThan(3);
    }
    const logGroups = functions.map(({ Properties }) => Properties.LoggingConfig.LogGroup.Ref);
    expect(new Set(logGroups).size).toBe(functions.length);
    expect(app.ofType('AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays)).toEqual(
      Array(functions.length + 1).fill(90),
    );
  });

  test.each([
    [
      'RepairsInboundReceiveFunction',
      'SYSTEM BUS_NAME DIRECTORY_TABLE QUARANTINE_TABLE DELIVERIES_TABLE KEYS_TABLE',
    ],
    [
      'RepairsFilesFunction',
      'SYSTEM BUS_NAME BUCKET_NAME FILES_QUEUE_URL FILES_TABLE DIRECTORY_TABLE QUARANTINE_TABLE DELIVERIES_TABLE KEYS_TABLE',
    ],
    ['RecordsRecordFunction', 'RECORDS_TABLE HISTORY_BUCKET QUARANTINE_TABLE BUS_NAME'],
    ['WatchingWatchFunction', 'RECORDS_TABLE'],
    ['MovingMoveFunction', 'RECORDS_TABLE HISTORY_BUCKET HISTORY_AFTER_MONTHS'],
    ['AnnouncementsRelayFunction', 'BUS_NAME DEAD_LETTER_QUEUE_URL'],
    [
      'RepairsOutboundDeliverFunction',
      'SYSTEM DELIVERIES_TABLE DIRECTORY_TABLE RECORDS_TABLE ROLE_CLAIM OUTBOUND_QUEUE_URL DEAD_LETTER_QUEUE_URL WEBHOOK_SECRET_ARN WEBHOOK_LOOPBACK',
    ],
    [
      'LeaksOutboundDeliverFunction',
      'SYSTEM DELIVERIES_TABLE DIRECTORY_TABLE RECORDS_TABLE ROLE_CLAIM OUTBOUND_QUEUE_URL DEAD_LETTER_QUEUE_URL INBOX_QUEUE_URL',
    ],
    ['DriftMeasureFunction', 'RECORDS_TABLE DELIVERIES_TABLE ROLE_CLAIM BUS_NAME'],
    [
      'ReaderFunction',
      'RECORDS_TABLE HISTORY_BUCKET DIRECTORY_TABLE QUARANTINE_TABLE AUDIT_TABLE KEYS_TABLE AUDIT_DAYS ROLE_CLAIM',
    ],
    ['DecisionsDecideFunction', 'RECORDS_TABLE HISTORY_BUCKET DIRECTORY_TABLE KEYS_TABLE ROLE_CLAIM'],
    ['ReadAuditFunction', 'AUDIT_TABLE AUDIT_DAYS ROLE_CLAIM'],
    ['SealingSealFunction', 'AUDIT_TABLE AUDIT_DAYS SEALS_BUCKET'],
    [
      'QuarantineFollowFunction',
      'QUARANTINE_TABLE DIRECTORY_TABLE RECORDS_TABLE HISTORY_BUCKET BUS_NAME TICKET_BUS_NAME',
    ],
  ])('%s is told %s', (name, variables) => {
    const told = Object.keys(one('AWS::Lambda::Function', name).Properties.Environment.Variables);
    const everywhere = ['POWERTOOLS_SERVICE_NAME', 'POWERTOOLS_LOG_LEVEL', 'NODE_OPTIONS'];
    const advice = 'a new variable of a function has its name here';
    expect(told.toSorted(), advice).toEqual([...variables.split(' '), ...everywhere].toSorted());
  });

  test('receive is an asset of each system, with its adapter, and so are files and deliver', () => {
    const keys = (part: string) =>
      new Set(
        app
          .ofType('AWS::Lambda::Function')
          .filter(({ id }) => id.includes(part))
          .map(({ Properties }) => Properties.Code.S3Key),
      );
    const assets = ['InboundReceive', 'FilesFunction', 'OutboundDeliver'].map(part => keys(part).size);
    expect(assets).toEqual([3, 3, 3]);
  });
});

describe('bus', () => {
  const hubTypes = ['housing.flag.raised.v1', 'housing.flag.changed.v1', 'housing.flag.cleared.v1'];
  const hiddenFrom = (team: 'repairs' | 'resident-services') =>
    flagDefinitions.map(flag => flag.code).filter(code => flagVisibility(code, team) === 'none');

  test('is archived whole', () => {
    const [archive] = app.ofType('AWS::Events::Archive');
    expect(archive?.Properties).toMatchObject({
      SourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^Bus/), 'Arn'] },
      EventPattern: { source: [{ prefix: 'urn:lintel:' }] },
      RetentionDays: 400,
    });
    expect(archive?.DeletionPolicy).toBe('Retain');
  });

  test('gives the record queues what systems say, and not what the hub says: bulk and replays the one of bulk', () => {
    const source = [{ prefix: 'urn:lintel:system:' }];
    expect(one('AWS::Events::Rule', 'RecordsRule').Properties.EventPattern).toEqual({
      source,
      resources: ['urn:lintel:priority:single'],
      'replay-name': [{ exists: false }],
    });
    expect(one('AWS::Events::Rule', 'RecordsBulkRule').Properties.EventPattern).toEqual({
      source,
      $or: [{ resources: ['urn:lintel:priority:bulk'] }, { 'replay-name': [{ exists: true }] }],
    });
  });

  test('gives a system the hub’s flags, except those its team may know nothing of, and never a replay', () => {
    expect(hiddenFrom('repairs')).toContain('safeguarding');
    expect(one('AWS::Events::Rule', 'RepairsOutboundRule').Properties.EventPattern).toEqual({
      source: ['urn:lintel:hub'],
      'detail-type': hubTypes,
      detail: { data: { flag: { code: [{ 'anything-but': hiddenFrom('repairs') }] } } },
      'replay-name': [{ exists: false }],
    });
    expect(hiddenFrom('resident-services')).toEqual([]);
    expect(one('AWS::Events::Rule', 'TenancySupportOutboundRule').Properties.EventPattern).toEqual({
      source: ['urn:lintel:hub'],
      'detail-type': hubTypes,
      'replay-name': [{ exists: false }],
    });
  });

  test('keeps what it cannot hand over in the dead-letter queue of the same consumer', () => {
    const rules = app.ofType('AWS::Events::Rule').filter(({ Properties }) => Properties.EventPattern);
    expect(rules).toHaveLength(2 + 4 * sampleManifests.length);
    for (const { id, Properties } of rules) {
      expect(Properties.Targets, id).toHaveLength(1);
      const [{ Arn, DeadLetterConfig }] = Properties.Targets;
      const queue = app.template.Resources[Arn['Fn::GetAtt'][0]];
      expect(DeadLetterConfig.Arn, id).toEqual(queue?.Properties.RedrivePolicy.deadLetterTargetArn);
    }
  });
});

test('the outputs name what operators and systems need', () => {
  const forOperators = /(DeadLetterQueueUrl|LogGroupName)$/;
  const outputs = Object.keys(app.template.Outputs).filter(name => !forOperators.test(name));
  expect(outputs.toSorted()).toEqual(
    [
      'AlarmTopicArn',
      'ApiUrl',
      'ArchiveArn',
      'AuditTableName',
      'BusArn',
      'BusName',
      'DataProtectionTopicArn',
      'DeliveriesTableName',
      'DirectoryTableName',
      'FilesBucketName',
      'HistoryBucketName',
      'FilesTableName',
      'KeysTableName',
      'QuarantineTableName',
      'RecordRuleArn',
      'RecordsTableName',
      'RepairsInboundQueueUrl',
      'RepairsWebhookSecretArn',
      'LeaksInboundQueueUrl',
      'LeaksInboxQueueUrl',
      'TenancySupportInboundQueueUrl',
      'TenancySupportInboxQueueUrl',
    ].toSorted(),
  );
});

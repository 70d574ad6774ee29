import { type App, CfnOutput, CfnParameter, Duration, Stack, Tags } from 'aws-cdk-lib';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { quarantineTable } from '../../functions/shell/tables/quarantine/table.ts';
import { recordsTable } from '../../functions/shell/tables/records/table.ts';
import type { Bundles } from '../bundles.ts';
import { Alarms } from '../constructs/alarms.ts';
import { allow, allowKey, forgottenRows } from '../constructs/allow.ts';
import { Announcing } from '../constructs/announcing.ts';
import { AuditSealing } from '../constructs/audit-sealing.ts';
import { Deciding } from '../constructs/deciding.ts';
import { indexArn } from '../constructs/declared-table.ts';
import { Drift } from '../constructs/drift.ts';
import { HubApi, type Identity } from '../constructs/hub-api.ts';
import { HubBus } from '../constructs/hub-bus.ts';
import { HubFunction } from '../constructs/hub-function.ts';
import type { HubParts } from '../constructs/hub-parts.ts';
import { outputDeadLetters } from '../constructs/operator-outputs.ts';
import { Quarantine } from '../constructs/quarantine.ts';
import { ReadAudit } from '../constructs/read-audit.ts';
import { RecordKeeping } from '../constructs/record-keeping.ts';
import { SourceSystem } from '../constructs/source-system.ts';
import { Storage } from '../constructs/storage.ts';
import { systemShares } from '../constructs/system-shares.ts';
import { TicketBus } from '../constructs/ticket-bus.ts';
import { Watching } from '../constructs/watching.ts';
import type { Settings } from '../settings.ts';

export interface LintelStackProps {
  settings: Settings;
  manifests: readonly SystemManifest[];
  bundles: Bundles;
}

/** The whole hub of one stage. */
export class LintelStack extends Stack {
  constructor(scope: App, id: string, { settings, manifests, bundles }: LintelStackProps) {
    super(scope, id, {
      description: 'Lintel: one shared event schema, one set of flags, one record of every home',
      env: { region: settings.region },
      terminationProtection: settings.keepsData,
    });
    Tags.of(this).add('service', 'lintel');
    Tags.of(this).add('stage', settings.stage);
    const identity = this.identity();
    const alarms = new Alarms(this, 'Alarms', settings);
    const storage = new Storage(this, 'Storage', settings);
    const bus = new HubBus(this, 'Bus', settings);
    const tickets = new TicketBus(this, 'Tickets');
    const shares = systemShares(settings.accountConcurrency, manifests.length);
    const parts: HubParts = { settings, bundles, alarms, storage, bus, tickets, shares };
    const { ruleArn } = new RecordKeeping(this, 'Records', parts);
    new Watching(this, 'Watching', parts);
    new Announcing(this, 'Announcements', parts);
    const api = new HubApi(this, 'Api', { settings, identity, alarms });
    const reader = this.reading(parts, api, identity);
    new Deciding(this, 'Decisions', { ...parts, api, identity });
    new ReadAudit(this, 'ReadAudit', { ...parts, api, identity, reader });
    new AuditSealing(this, 'Sealing', parts);
    const loopback = this.loopback();
    for (const manifest of manifests) new SourceSystem(this, { ...parts, manifest, api, identity, loopback });
    new Drift(this, 'Drift', { ...parts, api, identity });
    new Quarantine(this, 'Quarantine', parts);
    this.outputs(parts, api, ruleArn);
    outputDeadLetters(this);
  }

  private identity(): Identity {
    const parameter = (id: string, description: string) =>
      new CfnParameter(this, id, { type: 'String', minLength: 1, description });
    return {
      issuer: parameter('OidcIssuer', 'Issuer of the tokens, as in their "iss": https://…'),
      audience: parameter('OidcAudience', 'Audience of the tokens, as in their "aud"'),
      roleClaim: new CfnParameter(this, 'RoleClaim', {
        type: 'String',
        default: 'role roles cognito:groups',
        description: 'Claims of an officer’s token that may hold roles, parted by spaces',
      }),
    };
  }

  private loopback(): CfnParameter {
    return new CfnParameter(this, 'WebhookLoopback', {
      type: 'String',
      default: 'refused',
      allowedValues: ['refused', 'allowed'],
      description:
        'Whether a webhook may be on the machine that the hub runs on: only where all of it runs on one',
    });
  }

  private reading(parts: HubParts, api: HubApi, identity: Identity): HubFunction {
    const { settings, bundles, storage } = parts;
    const { records, directory, quarantine, audit, timelineIndexArn } = storage;
    const reader = new HubFunction(this, 'Reader', {
      settings,
      service: 'api',
      code: bundles.api,
      timeout: Duration.seconds(29),
      environment: {
        RECORDS_TABLE: records.tableName,
        DIRECTORY_TABLE: directory.tableName,
        QUARANTINE_TABLE: quarantine.tableName,
        AUDIT_TABLE: audit.tableName,
        AUDIT_DAYS: String(settings.auditDays),
        ROLE_CLAIM: identity.roleClaim.valueAsString,
      },
      permissions: [
        allow('dynamodb', ['BatchGetItem', 'Query'], [records.tableArn]),
        allow('dynamodb', ['Query'], [timelineIndexArn, indexArn(records, recordsTable.indexes.flagged)]),
        allow('dynamodb', ['BatchGetItem', 'Query'], [directory.tableArn]),
        allow('dynamodb', ['GetItem', 'PutItem'], [directory.tableArn], forgottenRows),
        allow('dynamodb', ['BatchGetItem', 'UpdateItem'], [quarantine.tableArn]),
        allow('dynamodb', ['Query'], [indexArn(quarantine, quarantineTable.indexes.listed)]),
        allowKey(storage.quarantineKey),
        allow('dynamodb', ['PutItem'], [audit.tableArn]),
      ],
    });
    api.serve('api', reader);
    api.otherwise(reader);
    return reader;
  }

  private outputs({ storage, bus, alarms }: HubParts, api: HubApi, recordRuleArn: string): void {
    const outputs = {
      ApiUrl: api.url,
      BusName: bus.bus.eventBusName,
      BusArn: bus.bus.eventBusArn,
      ArchiveArn: bus.archiveArn,
      RecordRuleArn: recordRuleArn,
      RecordsTableName: storage.records.tableName,
      DirectoryTableName: storage.directory.tableName,
      QuarantineTableName: storage.quarantine.tableName,
      DeliveriesTableName: storage.deliveries.tableName,
      FilesTableName: storage.files.tableName,
      AuditTableName: storage.audit.tableName,
      FilesBucketName: storage.bucket.bucketName,
      AlarmTopicArn: alarms.topic.topicArn,
      DataProtectionTopicArn: alarms.dataProtection.topicArn,
    };
    for (const [id, value] of Object.entries(outputs)) new CfnOutput(this, id, { value });
  }
}

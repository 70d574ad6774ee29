import { type CfnParameter, Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { quarantineTable } from '../../functions/shell/tables/quarantine/table.ts';
import { recordsTable } from '../../functions/shell/tables/records/table.ts';
import { allow, allowKey, forgottenRows } from './allow.ts';
import { indexArn } from './declared-table.ts';
import { encrypting } from './encrypting.ts';
import { readsHistory } from './history-bucket.ts';
import type { HubApi } from './hub-api.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';

export interface ReadingProps extends HubParts {
  api: HubApi;
  roleClaim: CfnParameter;
}

/** `api`: answers what officers ask, and says of everything else that there is nothing. */
export function readingFunction(scope: Construct, id: string, props: ReadingProps): HubFunction {
  const { settings, bundles, storage, api, roleClaim } = props;
  const { records, directory, quarantine, audit } = storage;
  const reader = new HubFunction(scope, id, {
    settings,
    service: 'api',
    code: bundles.api(),
    timeout: Duration.seconds(29),
    environment: {
      RECORDS_TABLE: records.tableName,
      DIRECTORY_TABLE: directory.tableName,
      QUARANTINE_TABLE: quarantine.tableName,
      AUDIT_TABLE: audit.tableName,
      KEYS_TABLE: storage.keys.tableName,
      AUDIT_DAYS: String(settings.auditDays),
      ROLE_CLAIM: roleClaim.valueAsString,
    },
    permissions: [
      allow('dynamodb', ['BatchGetItem', 'Query'], [records.tableArn]),
      allow('dynamodb', ['Query'], [indexArn(records, recordsTable.indexes.flagged)]),
      allow('dynamodb', ['BatchGetItem', 'Query'], [directory.tableArn]),
      allow('dynamodb', ['GetItem', 'PutItem'], [directory.tableArn], forgottenRows),
      allow('dynamodb', ['BatchGetItem', 'DeleteItem', 'UpdateItem'], [quarantine.tableArn]),
      allow('dynamodb', ['Query'], [indexArn(quarantine, quarantineTable.indexes.listed)]),
      allowKey(storage.personalKey),
      allow('dynamodb', ['PutItem'], [audit.tableArn]),
      encrypting(storage),
    ],
  });
  readsHistory(reader, storage.history);
  api.serve('api', reader);
  api.otherwise(reader);
  return reader;
}

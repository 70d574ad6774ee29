import { type CfnParameter, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { allow, allowKey } from './allow.ts';
import { encrypting } from './encrypting.ts';
import { readsHistory } from './history-bucket.ts';
import type { HubApi } from './hub-api.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';

export interface DecidingProps extends HubParts {
  api: HubApi;
  roleClaim: CfnParameter;
}

/** `decide`: takes what officers decide about flags, the only function by which a person writes a record. */
export class Deciding extends Construct {
  constructor(scope: Construct, id: string, props: DecidingProps) {
    super(scope, id);
    const { settings, bundles, storage, api, roleClaim } = props;
    const { records, directory } = storage;
    const decide = new HubFunction(this, 'Decide', {
      settings,
      service: 'decide',
      code: bundles.decide(),
      timeout: Duration.seconds(29),
      environment: {
        RECORDS_TABLE: records.tableName,
        DIRECTORY_TABLE: directory.tableName,
        KEYS_TABLE: storage.keys.tableName,
        ROLE_CLAIM: roleClaim.valueAsString,
      },
      permissions: [
        allow('dynamodb', ['BatchGetItem', 'ConditionCheckItem', 'GetItem', 'PutItem'], [records.tableArn]),
        allow('dynamodb', ['BatchGetItem', 'Query'], [directory.tableArn]),
        encrypting(storage),
        allowKey(storage.personalKey),
      ],
    });
    readsHistory(decide, storage.history);
    api.serve('decide', decide);
  }
}

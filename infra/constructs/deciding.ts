import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { allow } from './allow.ts';
import type { HubApi, Identity } from './hub-api.ts';
import { HubFunction } from './hub-function.ts';
import type { HubParts } from './hub-parts.ts';

export interface DecidingProps extends HubParts {
  api: HubApi;
  identity: Identity;
  /** The scope of officers who decide something through the API. */
  writeScope: string;
}

/** `decide`: takes what officers decide about flags, the only function by which a person writes a record. */
export class Deciding extends Construct {
  constructor(scope: Construct, id: string, props: DecidingProps) {
    super(scope, id);
    const { settings, bundles, storage, api, identity, writeScope } = props;
    const { records, directory } = storage;
    const decide = new HubFunction(this, 'Decide', {
      settings,
      service: 'decide',
      code: bundles.decide,
      timeout: Duration.seconds(29),
      environment: {
        RECORDS_TABLE: records.tableName,
        DIRECTORY_TABLE: directory.tableName,
        ROLE_CLAIM: identity.roleClaim.valueAsString,
      },
      permissions: [
        allow('dynamodb', ['BatchGetItem', 'PutItem'], [records.tableArn]),
        allow('dynamodb', ['BatchGetItem', 'Query'], [directory.tableArn]),
      ],
    });
    const scopes = [writeScope];
    api.route('POST /v1/properties/{uprn}/flags', decide, scopes, 'OnProperty');
    api.route('POST /v1/persons/{ref}/flags', decide, scopes, 'OnPerson');
    api.route('POST /v1/flags/{id}/{decision}', decide, scopes, 'OnFlag');
  }
}

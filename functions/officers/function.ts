import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { systems, teamOfSystem } from '../adapters/connected.ts';
import { listedEndpoints } from '../listed-endpoints.ts';
import { fullJitter } from '../shell/backoff.ts';
import type { Clients } from '../shell/clients.ts';
import { makeDecrypt, makeEncrypt } from '../shell/encryption.ts';
import { environmentOf, positiveSetting, setting, type Variables } from '../shell/environment.ts';
import { claimNamesSetting } from '../shell/http/claim-names.ts';
import type { ApiRequest } from '../shell/http/officer-request.ts';
import { answering, noSuchEndpoint } from '../shell/http/serve.ts';
import type { Machine } from '../shell/machine.ts';
import { makeReadMoved } from '../shell/moved-objects.ts';
import { makeAuditWriter } from '../shell/tables/audit/writer.ts';
import { makeListCrossReferences } from '../shell/tables/directory/cross-reference-list.ts';
import { makeCrossReferences } from '../shell/tables/directory/cross-references.ts';
import { makeDirectory } from '../shell/tables/directory/directory-store.ts';
import { makeForgetting } from '../shell/tables/directory/forgetting.ts';
import { makeNumbers } from '../shell/tables/directory/numbers.ts';
import { makeObtainKeys } from '../shell/tables/keys/key-maker.ts';
import { makeReadKeys } from '../shell/tables/keys/key-reader.ts';
import { makeQuarantineReader } from '../shell/tables/quarantine/quarantine-reader.ts';
import { makeQuarantineResolver } from '../shell/tables/quarantine/quarantine-resolver.ts';
import { makeFindEvent } from '../shell/tables/records/decision-reader.ts';
import { readFlags } from '../shell/tables/records/flagged-reader.ts';
import { makeReadHistory } from '../shell/tables/records/history-reader.ts';
import { makeSubjectReader } from '../shell/tables/records/subject-reader.ts';
import { readingEndpoints } from './endpoints.ts';
import type { ApiDeps } from './properties/sources.ts';

type OfficersShell = Machine & Pick<Clients, 'documentClient' | 's3Client'>;

/** Wires the function that answers officers, and everybody who asks for something that is not there. */
export function makeOfficersFunction(
  variables: Variables,
  shell: OfficersShell,
): (request: ApiRequest) => Promise<APIGatewayProxyStructuredResultV2> | APIGatewayProxyStructuredResultV2 {
  const environment = environmentOf(
    {
      RECORDS_TABLE: setting,
      HISTORY_BUCKET: setting,
      DIRECTORY_TABLE: setting,
      QUARANTINE_TABLE: setting,
      AUDIT_TABLE: setting,
      KEYS_TABLE: setting,
      AUDIT_DAYS: positiveSetting,
      ROLE_CLAIM: setting,
      CLAIM_NAMES: claimNamesSetting,
    },
    variables,
  );
  const client = shell.documentClient();
  const pause = fullJitter({ base: 20, cap: 500 }, shell);
  const moved = makeReadMoved({ client: shell.s3Client(), bucket: environment.HISTORY_BUCKET });
  const records = { client, tableName: environment.RECORDS_TABLE, pause, moved };
  const quarantine = { client, tableName: environment.QUARANTINE_TABLE, pause };
  const directory = { client, tableName: environment.DIRECTORY_TABLE, pause };
  const keys = { client, tableName: environment.KEYS_TABLE, pause };
  const tokens = { roleClaim: environment.ROLE_CLAIM, claimNames: environment.CLAIM_NAMES };
  const deps: ApiDeps = {
    numbers: makeNumbers(directory),
    directory: makeDirectory(directory),
    subjects: makeSubjectReader(records),
    history: makeReadHistory(records),
    findEvent: makeFindEvent(records),
    flags: from => readFlags(records, from),
    quarantine: makeQuarantineReader(quarantine),
    resolver: makeQuarantineResolver(quarantine),
    crossReferences: makeCrossReferences(directory),
    forgetting: makeForgetting(directory),
    listCrossReferences: makeListCrossReferences(directory),
    decrypt: makeDecrypt(makeReadKeys(keys)),
    encrypt: makeEncrypt(makeObtainKeys(keys, shell.randomBytes)),
    audit: makeAuditWriter({
      client,
      tableName: environment.AUDIT_TABLE,
      keepDays: environment.AUDIT_DAYS,
    }),
    teamOfSystem,
    systems,
    tokens,
    now: shell.now,
  };

  const answer = answering(readingEndpoints, deps, tokens);
  return request =>
    request.routeKey === '$default'
      ? noSuchEndpoint(listedEndpoints, systems, {
          method: request.requestContext.http.method,
          path: request.rawPath,
        })
      : answer(request);
}

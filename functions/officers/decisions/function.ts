import { makeCommitDecision } from '../../records/commit/commit-decision.ts';
import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { makeEncrypt } from '../../shell/encryption.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import { claimNamesSetting } from '../../shell/http/claim-names.ts';
import { answering } from '../../shell/http/serve.ts';
import type { Machine } from '../../shell/machine.ts';
import { makeReadMoved } from '../../shell/moved-objects.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeObtainKeys } from '../../shell/tables/keys/key-maker.ts';
import { makeFindDecision, makeFindEvent } from '../../shell/tables/records/decision-reader.ts';
import { makeSubjectStore } from '../../shell/tables/records/records-store.ts';
import { makeSubjectReader } from '../../shell/tables/records/subject-reader.ts';
import type { DecideDeps } from './deps.ts';
import { decisionEndpoints } from './endpoints.ts';

type DecisionsShell = Machine & Pick<Clients, 'documentClient' | 's3Client'>;

/** Wires the function that takes what officers decide about flags. */
export function makeDecisionsFunction(variables: Variables, shell: DecisionsShell) {
  const environment = environmentOf(
    {
      RECORDS_TABLE: setting,
      HISTORY_BUCKET: setting,
      DIRECTORY_TABLE: setting,
      KEYS_TABLE: setting,
      ROLE_CLAIM: setting,
      CLAIM_NAMES: claimNamesSetting,
    },
    variables,
  );
  const client = shell.documentClient();
  const pause = fullJitter({ base: 20, cap: 320 }, shell);
  const moved = makeReadMoved({ client: shell.s3Client(), bucket: environment.HISTORY_BUCKET });
  const records = { client, tableName: environment.RECORDS_TABLE, pause, moved };
  const keys = { client, tableName: environment.KEYS_TABLE, pause };
  const tokens = { roleClaim: environment.ROLE_CLAIM, claimNames: environment.CLAIM_NAMES };
  const deps: DecideDeps = {
    directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
    subjects: makeSubjectReader(records),
    commit: makeCommitDecision({ store: makeSubjectStore(records), now: shell.now, pause }),
    encrypt: makeEncrypt(makeObtainKeys(keys, shell.randomBytes)),
    find: makeFindDecision(records),
    findEvent: makeFindEvent(records),
    tokens,
    now: shell.now,
  };
  return answering(decisionEndpoints, deps, tokens);
}

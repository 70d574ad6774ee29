import * as z from 'zod';
import type { Adapter } from '../../adapters/contract.ts';
import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { makeEncrypt } from '../../shell/encryption.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import { claimNamesSetting } from '../../shell/http/claim-names.ts';
import type { Machine } from '../../shell/machine.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { makeReadTold } from '../../shell/tables/deliveries/told-reader.ts';
import { makeDirectory } from '../../shell/tables/directory/directory-store.ts';
import { makeObtainKeys } from '../../shell/tables/keys/key-maker.ts';
import { makeQuarantineReader } from '../../shell/tables/quarantine/quarantine-reader.ts';
import { makeKeep } from '../../shell/tables/quarantine/quarantine-store.ts';
import { makeReceive } from './receive.ts';

type ReceiveShell = Machine & Pick<Clients, 'documentClient' | 'eventBridgeClient'>;

/** Wires the function that takes in what one system sends. */
export function makeReceiveFunction(variables: Variables, shell: ReceiveShell, adapter: Adapter) {
  const environment = environmentOf(
    {
      SYSTEM: z.literal(adapter.manifest.system),
      BUS_NAME: setting,
      DIRECTORY_TABLE: setting,
      QUARANTINE_TABLE: setting,
      DELIVERIES_TABLE: setting,
      KEYS_TABLE: setting,
      CLAIM_NAMES: claimNamesSetting,
    },
    variables,
  );
  const { system } = adapter.manifest;
  const client = shell.documentClient();
  const pause = fullJitter({ base: 50, cap: 1_000 }, shell);
  const quarantine = { client, tableName: environment.QUARANTINE_TABLE, pause };
  const keys = { client, tableName: environment.KEYS_TABLE, pause };
  return makeReceive({
    adapter,
    claimNames: environment.CLAIM_NAMES,
    directory: makeDirectory({ client, tableName: environment.DIRECTORY_TABLE, pause }),
    encrypt: makeEncrypt(makeObtainKeys(keys, shell.randomBytes)),
    publish: makePublisher({ client: shell.eventBridgeClient(), busName: environment.BUS_NAME, pause }),
    told: makeReadTold({ client, tableName: environment.DELIVERIES_TABLE, pause }, system),
    keep: makeKeep(quarantine),
    items: makeQuarantineReader(quarantine),
    now: shell.now,
  });
}

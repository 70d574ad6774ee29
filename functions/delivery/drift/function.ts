import type { EventBridgeEvent } from 'aws-lambda';
import type { SystemName } from '../../../schemas/reference.ts';
import { systems, teamOfSystem } from '../../adapters/connected.ts';
import { fullJitter } from '../../shell/backoff.ts';
import type { Clients } from '../../shell/clients.ts';
import { environmentOf, setting, type Variables } from '../../shell/environment.ts';
import { claimNamesSetting } from '../../shell/http/claim-names.ts';
import type { ApiRequest } from '../../shell/http/officer-request.ts';
import { guarded } from '../../shell/http/serve.ts';
import type { Machine } from '../../shell/machine.ts';
import { makePublisher } from '../../shell/publisher.ts';
import { readHoldings } from '../../shell/tables/deliveries/holdings-reader.ts';
import { readFlags } from '../../shell/tables/records/flagged-reader.ts';
import { getDrift } from './get-drift.ts';
import { measure } from './measure.ts';

type DriftShell = Machine & Pick<Clients, 'documentClient' | 'eventBridgeClient'>;

/** Wires the function that shows how far the systems are from what they are owed, and measures it by the clock. */
export function makeDriftFunction(variables: Variables, shell: DriftShell) {
  const environment = environmentOf(
    {
      RECORDS_TABLE: setting,
      DELIVERIES_TABLE: setting,
      ROLE_CLAIM: setting,
      CLAIM_NAMES: claimNamesSetting,
      BUS_NAME: setting,
    },
    variables,
  );
  const client = shell.documentClient();
  const records = { client, tableName: environment.RECORDS_TABLE };
  const deliveries = { client, tableName: environment.DELIVERIES_TABLE };
  const tokens = { roleClaim: environment.ROLE_CLAIM, claimNames: environment.CLAIM_NAMES };
  const deps = {
    flags: () => readFlags(records),
    holdingsOf: (system: SystemName) => readHoldings(deliveries, system),
    teamOfSystem,
    systems,
    tokens,
    now: shell.now,
    publish: makePublisher({
      ...{ client: shell.eventBridgeClient(), busName: environment.BUS_NAME },
      pause: fullJitter({ base: 50, cap: 1_000 }, shell),
    }),
  };
  const answer = guarded(getDrift, deps, tokens);
  return async (event: ApiRequest | EventBridgeEvent<'Scheduled Event', unknown>) => {
    if ('requestContext' in event) return answer(event);
    await measure(deps);
    return undefined;
  };
}

import type { Home } from '../../../bench/support/estate.ts';
import type { Ground } from './ground.ts';
import type { Thing } from './thing.ts';

const stage = 417_620_000;

/** Claims of disrepair: each holds everything that is done at a home for a year or longer. */
export function claims(ground: Ground): void {
  const { homes, begins, ends, chronicle, chance } = ground;
  let operations = 0;
  for (const home of homes) {
    const at = chance.later(begins, -500, 9_000);
    if (at >= ends) continue;
    const reference = `DR-${home.uprn.slice(-5)}`;
    const thing: Thing = { id: reference, kind: 'claim', code: 'disrepair-claim', homes: [home.uprn] };
    const say = (
      when: number,
      name: 'Create' | 'Update',
      columns: object,
      tells: [Thing, 'stands' | 'over'][],
    ) => {
      operations += 1;
      chronicle.say('disrepair', when, context(home, reference, when, name, columns, operations), tells);
    };
    say(at, 'Create', { hc_stage: choice(0), hc_receivedon: date(at) }, [[thing, 'stands']]);
    const responded = chance.later(Math.max(begins, at), 20, 60);
    say(
      responded,
      'Update',
      { hc_stage: choice(1), hc_liability: choice(1), hc_respondedon: date(responded) },
      [],
    );
    const closed = chance.later(responded, 100, 600);
    say(closed, 'Update', { hc_stage: choice(3), hc_outcome: choice(0), hc_closedon: date(closed) }, [
      [thing, 'over'],
    ]);
  }
}

function choice(place: number) {
  return { __type: 'OptionSetValue:http://schemas.microsoft.com/xrm/2011/Contracts', Value: stage + place };
}

function date(at: number): string {
  return `/Date(${at})/`;
}

/** The message of a Dataverse webhook. */
export function context(
  { uprn }: Home,
  claim: string,
  at: number,
  name: string,
  columns: object,
  operation: number,
) {
  const row = { hc_claimnumber: claim, hc_uprn: uprn, ...columns, modifiedon: date(at) };
  const Attributes = Object.entries(row).map(([key, value]) => ({ key, value }));
  const guid = `${String(operation).padStart(8, '0')}-0000-4000-8000-000000000000`;
  return {
    ...{ MessageName: name, Mode: 1, PrimaryEntityName: 'hc_disrepairclaim', Stage: 40 },
    ...{ OperationId: guid, CorrelationId: guid, OperationCreatedOn: date(at), OrganizationName: 'council' },
    InputParameters: [{ key: 'Target', value: { LogicalName: 'hc_disrepairclaim', Attributes } }],
    PostEntityImages: [],
  };
}

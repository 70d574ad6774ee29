import type { Json } from '../world/process.ts';
import type { Random } from '../world/random.ts';
import { type Home, homes, secretWords } from './town.ts';

interface Case {
  readonly reference: string;
  readonly home: Home;
}

/** Makes the complaints team's case log of a story: its next entry. */
export function makeComplaints(random: Random): { next(at: string): Json } {
  const cases: Case[] = [];
  let number = 0;
  const steps: readonly Json[] = [
    { event: 'acknowledged', stage: 1 },
    { event: 'responded', stage: 1, decision: 'upheld', detail: secretWords },
    { event: 'escalated', detail: secretWords },
    { event: 'ombudsmanNotified', ombudsmanReference: '202599999' },
    { event: 'closed' },
    { event: 'closed' },
  ];
  return {
    next(at) {
      number += 1;
      const entry = { entryId: `CE-${40_000 + number}`, recordedAt: at };
      if (cases.length > 0 && random.chance(0.55)) {
        const { reference, home } = random.pick(cases);
        const corrects = random.chance(0.1) && number > 1 ? { corrects: `CE-${40_000 + number - 1}` } : {};
        return { ...entry, ...corrects, caseReference: reference, uprn: home.uprn, ...random.pick(steps) };
      }
      const home = random.pick(homes);
      if (random.chance(0.2)) {
        return {
          ...entry,
          event: 'hazardMentioned',
          uprn: home.uprn,
          hazard: 'dampAndMould',
          room: 'Bedroom',
          detail: secretWords,
        };
      }
      const reference = `C-${5_500 + number}`;
      cases.push({ reference, home });
      return {
        ...entry,
        event: 'received',
        caseReference: reference,
        uprn: home.uprn,
        about: 'Leak',
        detail: secretWords,
      };
    },
  };
}

const first = 417_620_000;
const entity = (type: string) => `${type}:http://schemas.microsoft.com/xrm/2011/Contracts`;
const choice = (place: number) => ({ __type: entity('OptionSetValue'), Value: first + place });
const moment = (at: string) => `/Date(${Date.parse(at)})/`;
const rowOf = (columns: Json) => ({
  __type: entity('Entity'),
  Attributes: Object.entries(columns).map(([key, value]) => ({ key, value })),
});

/** Makes the disrepair team's case management of a story: the next message of its webhook. */
export function makeDisrepair(random: Random): { next(at: string): Json } {
  const claims: Case[] = [];
  const columnsOf = ({ reference, home }: Case) => ({ hc_claimnumber: reference, hc_uprn: home.uprn });

  function message(at: string, MessageName: string, target: Json, image: Json): Json {
    return {
      ...{
        MessageName,
        PrimaryEntityName: 'hc_disrepairclaim',
        OperationId: random.id(),
        CorrelationId: random.id(),
      },
      OperationCreatedOn: moment(at),
      InputParameters: [{ key: 'Target', value: rowOf(target) }],
      PostEntityImages: [{ key: 'Image', value: rowOf(image) }],
    };
  }

  return {
    next(at) {
      if (claims.length === 0 || random.chance(0.4)) {
        const claim = { reference: `DR-0${400 + claims.length}`, home: random.pick(homes) };
        claims.push(claim);
        const said = {
          hc_stage: choice(0),
          hc_receivedon: moment(at),
          hc_hazards: [choice(0)],
          hc_allegations: secretWords,
        };
        return message(at, 'Create', { ...columnsOf(claim), ...said }, {});
      }
      const claim = random.pick(claims);
      const closed = { hc_stage: choice(3), hc_outcome: choice(0), hc_closedon: moment(at) };
      const responded = { hc_stage: choice(1), hc_liability: choice(1), hc_respondedon: moment(at) };
      return message(at, 'Update', random.pick([closed, responded]), columnsOf(claim));
    },
  };
}

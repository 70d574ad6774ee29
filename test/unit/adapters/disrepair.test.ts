import { describe, expect, it } from 'vitest';
import { adapter } from '../../../functions/adapters/disrepair/adapter.ts';
import { translate } from '../../../functions/intake/item/translate.ts';

const choice = (place: number) => ({ __type: 'OptionSetValue:…', Value: 417_620_000 + place });
const day = (date: string) => `/Date(${Date.parse(date)})/`;
const row = (columns: Record<string, unknown>) => ({
  Attributes: Object.entries(columns).map(([key, value]) => ({ key, value })),
});

interface Said {
  message?: string;
  target?: Record<string, unknown>;
  image?: Record<string, unknown>;
}

const context = {
  MessageName: 'Update',
  PrimaryEntityName: 'hc_disrepairclaim',
  PrimaryEntityId: '0f0b7c1e-51c2-5b0c-9d6a-6a6f3b1c2d3e',
  OperationId: '5a76c6a2-c702-5350-be18-57c82774121e',
  OperationCreatedOn: day('2026-05-13T15:04:10Z'),
};

/** What the hub makes of a message; the claim is DR-1 of flat 4 unless the image says otherwise. */
function said({ message = 'Update', target = {}, image = {} }: Said) {
  const item = {
    ...{ ...context, MessageName: message },
    InputParameters: [{ key: 'Target', value: row(target) }],
    PostEntityImages: [
      { key: 'claim', value: row({ hc_claimnumber: 'DR-1', hc_uprn: '200000471104', ...image }) },
    ],
  };
  const translated = translate({ row: 1, item }, adapter);
  return 'drafts' in translated ? translated.drafts : translated.problems;
}

const received = { hc_receivedon: day('2026-04-17T08:30:00Z'), hc_hazards: [choice(0)] };

describe('a claim received', () => {
  it('has the solicitors’ id and never their name', () => {
    const solicitor = {
      __type: 'EntityReference:…',
      Id: 'acc-17',
      LogicalName: 'account',
      Name: 'Jo Bloggs',
    };
    const drafts = said({ message: 'Create', target: { ...received, hc_solicitor: solicitor } });
    expect(drafts).toMatchObject([{ data: { solicitorOrganisation: 'acc-17' } }, {}]);
    expect(JSON.stringify(drafts)).not.toContain('Bloggs');
  });

  it.each([
    ['2026-02-16', '2026-02-16T00:00:00Z'],
    ['2025-06-16', '2025-06-16T00:00:00Z'],
    ['2025-06-16', '2025-06-15T23:00:00Z'],
  ])(
    'has the day %s that the letter bears where its midnight is %s, in UTC or in London',
    (date, midnight) => {
      const drafts = said({ message: 'Create', target: { ...received, hc_letterdated: day(midnight) } });
      expect(drafts).toMatchObject([{ data: { letterDated: date } }, {}]);
    },
  );
});

describe('a changed row', () => {
  it('counts before its image, and what was emptied is not there', () => {
    const image = { hc_stage: choice(1), hc_liability: choice(2), hc_inspectionon: day('2026-06-03') };
    const target = { hc_stage: choice(1), hc_liability: choice(0), hc_inspectionon: null };
    const [draft, hold] = said({ target, image });
    expect(draft).toMatchObject({ data: { claimReference: 'DR-1', liability: 'admitted' } });
    expect(draft).not.toHaveProperty('data.inspectionOn');
    expect(hold).toMatchObject({ type: 'housing.flag.asserted.v1', data: { localReference: 'DR-1' } });
  });

  it('happened when its own column says, and else when it was changed', () => {
    const at = (columns: object) => {
      const image = { hc_courtnumber: 'M00SE417', ...columns };
      return said({ target: { hc_stage: choice(2) }, image });
    };
    expect(at({ hc_issuedon: day('2026-05-12T09:00:00Z') })).toMatchObject([
      { happened: { at: '2026-05-12T09:00:00.000Z' } },
      { type: 'housing.flag.asserted.v1' },
    ]);
    expect(at({})[0]).toMatchObject({ happened: { at: '2026-05-13T15:04:10.000Z' } });
  });

  it('is no news where the stage is not among what changed', () => {
    const image = { ...received, hc_stage: choice(3) };
    expect(said({ target: { hc_allegations: 'More of it' }, image })).toEqual([]);
  });

  it('is refused where it says too little of its stage, or a choice that nobody knows, by its number', () => {
    expect(said({ target: { hc_stage: choice(2) } })).toMatchObject([{ path: '/claim/hc_courtnumber' }]);
    const [unknown] = said({ target: { hc_stage: choice(1) }, image: { hc_liability: choice(7) } });
    expect(unknown).toMatchObject({ path: '/claim/hc_liability' });
    expect(JSON.stringify(unknown)).toContain('417620007');
  });
});

describe('a claim over', () => {
  it('ends the hold that it put on the home, and of no other claim’s', () => {
    const image = { hc_outcome: choice(0), hc_workspromised: [choice(6), choice(5)] };
    expect(said({ target: { hc_stage: choice(3) }, image })).toMatchObject([
      {
        type: 'housing.disrepair.claim-closed.v1',
        data: {
          outcome: 'settled',
          promisedWorks: [{ category: 'making-good' }, { category: 'damp-and-mould' }],
        },
      },
      {
        type: 'housing.flag.withdrawn.v1',
        data: { code: 'disrepair-claim', localReference: 'DR-1' },
      },
    ]);
  });
});

describe('what Dataverse sends in more ways than one', () => {
  const claim = { hc_claimnumber: 'DR-1', hc_uprn: '200000471104', hc_liability: choice(0) };
  const answered = (images: Record<string, unknown>[], stage: unknown = choice(1)) => {
    const item = {
      ...context,
      InputParameters: [{ key: 'Target', value: row({ hc_stage: stage }) }],
      PostEntityImages: images.map((columns, index) => ({ key: `image ${index}`, value: row(columns) })),
    };
    const translated = translate({ row: 1, item }, adapter);
    return 'drafts' in translated ? translated.drafts : translated;
  };

  it('is one row, whichever of several post-images has which of its columns', () => {
    const whole = answered([claim]);
    expect(whole).toMatchObject([{ type: 'housing.disrepair.claim-responded.v1' }, {}]);
    const { hc_uprn, ...others } = claim;
    expect(answered([{ modifiedon: day('2026-05-13') }, claim])).toEqual(whole);
    expect(answered([{ hc_uprn }, { ...others, hc_uprn: null }])).toEqual(whole);
    const inherited = { ...others, ['__proto__']: { hc_uprn } };
    expect(answered([inherited])).toMatchObject({ problems: [{ path: '/claim/hc_uprn' }] });
  });

  it.each([
    ['its number', 417_620_001],
    ['its number as text', '417620001'],
    ['its label', 'Responded'],
    ['its wrapped label', { Value: ' RESPONDED ' }],
  ])('is the same choice by %s', (_by, stage) => {
    expect(answered([{ ...claim, hc_liability: 'Not yet decided' }], stage)).toMatchObject([
      { type: 'housing.disrepair.claim-responded.v1', data: { liability: 'not-yet-decided' } },
      {},
    ]);
  });

  it.each([[{}], [{ InputParameters: [], PostEntityImages: null }]])(
    'says that it was cut for size, with the row to fetch, and is not for its sender to correct',
    rest => {
      const cut = translate({ row: 1, item: { ...context, ...rest } }, adapter);
      expect(cut).toMatchObject({
        isForSender: false,
        problems: [
          {
            message: expect.stringContaining('was cut for size'),
            expected: expect.stringContaining(`hc_disrepairclaims(${context.PrimaryEntityId})`),
            received: context.PrimaryEntityId,
          },
        ],
      });
    },
  );
});

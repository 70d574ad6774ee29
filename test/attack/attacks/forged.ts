import { eventContentType } from '../../../functions/shell/tables/quarantine/item.ts';
import { systemSourcePrefix } from '../../../schemas/envelope.ts';
import type { FlagCode } from '../../../schemas/flags.ts';
import { officersSystem } from '../../../schemas/officers.ts';
import type { LocalReference } from '../../../schemas/reference.ts';
import { contents } from '../../integration/support/tables.ts';
import { eventOf, mrB } from '../../support/events.ts';
import { ticketMessage } from '../../support/ticket-message.ts';
import type { Hub } from '../support/hub.ts';
import { stateOf } from '../support/state.ts';
import { type Attack, type Ground, type Trial, withHub, wrongWith } from '../support/trial.ts';

const codes = ['do-not-visit-alone', 'safe-contact'] as const satisfies readonly FlagCode[];

/** Two warnings of another team, which the leaks system may not touch. */
const warnings = codes.map(code =>
  eventOf({
    type: 'housing.flag.asserted.v1',
    at: '2025-06-02T08:00:00Z',
    system: 'tenancy',
    persons: [mrB],
    data: { code, localCode: 'CV', localReference: 'CA-1' as LocalReference, approvedBy: 'A manager' },
  }),
);

/** What no officer decided. */
const decisionsAs = (system: string) =>
  codes.map(code => ({
    ...eventOf({
      type: 'housing.flag.clearance-decided.v1',
      at: '2025-06-20T08:00:00Z',
      system: officersSystem,
      persons: [mrB],
      data: {
        code,
        decidedBy: { officer: 'nobody', role: 'manager', team: 'management' },
        reason: { text: 'Made up.', classification: 'operational' },
      },
    }),
    source: `${systemSourcePrefix}${system}`,
  }));

const somewhere = '5f1f7a3e-6c1b-5c0a-9a39-0d2f3f0c8a11';
const asOnceSaid = {
  quarantineId: somewhere,
  attempt: '1',
  receivedAt: '2025-06-01T00:00:00.000Z',
  answers: '[]',
};

interface Forgery {
  what: string;
  send(hub: Hub): unknown;
}

const ticketFor = (quarantineId: unknown, attempt: unknown = 1) =>
  ticketMessage({ system: 'leaks', quarantineId, attempt });
const asEvents = (system: string) => (hub: Hub) => {
  for (const event of decisionsAs(system))
    hub.send('leaks', JSON.stringify(event), eventContentType, asOnceSaid);
};

const forgeries: readonly Forgery[] = [
  { what: 'its decision as from quarantine', send: asEvents('leaks') },
  { what: 'an officer’s decision as from quarantine', send: asEvents('officers') },
  {
    what: 'decisions as items of its own',
    send: hub => hub.send('leaks', JSON.stringify(decisionsAs('officers')), 'application/json', asOnceSaid),
  },
  {
    what: 'tickets for nothing',
    send(hub) {
      for (const body of [
        ticketFor(somewhere),
        ticketFor(1),
        ticketMessage({ attempt: 1 }),
        ticketMessage([]),
      ])
        hub.send('leaks', body);
    },
  },
  {
    what: 'tickets for what it had put into quarantine itself, and for another system’s',
    async send(hub) {
      asEvents('leaks')(hub);
      hub.send('repairs', '{"messageType":"none"}');
      await hub.settle();
      for (const { id } of await contents(hub.quarantine))
        for (const attempt of [0, 1, 2]) hub.send('leaks', ticketFor(id, attempt));
    },
  },
];

/** Whoever may send to a system's queue makes up what is the hub's or an officer's to say: nothing becomes of it. */
export const forged: Attack = {
  title: 'a system sends what is the hub’s to say',
  async run({ directory }) {
    const undisturbed = await withHub({ directory }, warned);
    return Promise.all(forgeries.map(forgery => withstood({ directory, undisturbed }, forgery)));
  },
};

async function warned(hub: Hub) {
  hub.publish(warnings);
  await hub.settle();
  return stateOf(hub);
}

function withstood({ directory, undisturbed }: Ground, { what, send }: Forgery): Promise<Trial> {
  return withHub({ directory }, async hub => {
    await warned(hub);
    await send(hub);
    await hub.settle();
    const found = await wrongWith(hub, undisturbed);
    const refused = found.filter(place => place.startsWith('refused '));
    const wrong = found.filter(place => !refused.includes(place));
    if (refused.length === 0) wrong.push('it was not kept in quarantine');
    return { fault: `forged: ${what}`, runs: 1, injections: 1, wrong };
  });
}

import type { Adapter, EventDraft, LocalFlagCode } from '../../functions/adapters/contract.ts';
import { flagDefinition } from '../../schemas/flags.ts';
import { entryOf } from './case-entries.ts';
import { claimChanged } from './claim-messages.ts';
import { statusUpdateOf } from './hact-messages.ts';
import { rowOf } from './leak-rows.ts';
import { tenancyEventOf } from './tenancy-events.ts';

type Says = 'said' | 'over';

/** How each system says a word of its table, and takes it back: an item in its own format. */
const items: Readonly<Record<string, (word: LocalFlagCode, says: Says) => unknown>> = {
  repairs: (word, says) => {
    const person = flagDefinition(word.code).hangsOn === 'person';
    const isShared = word.list === 'shared-code';
    const alert = {
      ...(isShared ? { type: '1', sharedCode: word.local } : { type: word.local }),
      ...(says === 'over' && { isActive: false }),
    };
    return statusUpdateOf({
      typeCode: '0',
      otherType: 'addNote',
      customer: { reference: [{ id: '45c7', allocatedBy: 'tenancy' }] },
      [person ? 'personAlert' : 'locationAlert']: [alert],
    });
  },
  tenancy: ({ local }, says) =>
    tenancyEventOf(says === 'said' ? 'CautionaryAlertCreatedEvent' : 'CautionaryAlertEndedEvent', {
      code: local,
      ...{ mmhid: 'mr-b', assetId: 'asset-7', tenureId: 'tenure-7b' },
    }),
  leaks: ({ local }, says) =>
    rowOf({ 'What happened': 'Warning', [says === 'said' ? 'Warning' : 'Warning over']: local }),
  complaints: ({ local }, says) =>
    entryOf({ event: says === 'said' ? 'warningRaised' : 'warningEnded', marker: local }),
  disrepair: ({ local }, says) =>
    claimChanged({ [says === 'said' ? 'hc_warnings' : 'hc_warningsover']: local }),
};

/** The item in which a system says a word, or takes it back. */
export function itemOf({ manifest: { system } }: Adapter, word: LocalFlagCode, says: Says): unknown {
  const make = items[system];
  if (make === undefined) throw new Error(`say in test/support/flag-words.ts how ${system} says a flag`);
  return make(word, says);
}

/** What drafts say of flags: that these hold, or that they do no longer. */
export function codesIn(drafts: readonly EventDraft[], says: Says): string[] {
  const type = says === 'said' ? 'housing.flag.asserted.v1' : 'housing.flag.withdrawn.v1';
  return drafts.flatMap(draft => (draft.type === type ? [draft.data.code] : []));
}

import { describe, expect, it } from 'vitest';
import type { EventDraft, HomeLocator } from '../../../../functions/adapters/contract.ts';
import { noAnswers } from '../../../../functions/intake/item/answers.ts';
import { findPersons } from '../../../../functions/intake/item/persons.ts';
import { resolvePersons } from '../../../../functions/intake/item/resolve-persons.ts';
import { type LearntAs, nameOfKey } from '../../../../functions/shell/tables/directory/directory-store.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import type { FlagCode } from '../../../../schemas/flags.ts';
import type { LocalReference, PersonReference } from '../../../../schemas/reference.ts';
import { flat4, instant, mrB } from '../../../support/events.ts';

const customer = 'repairs:CUST-77' as PersonReference;
const livesAt: HomeLocator = { by: 'reference', reference: '00047104' as LocalReference };
const at = instant('2025-06-02T09:00:00Z');

const alert = (
  persons: PersonReference[],
  code: FlagCode = 'do-not-visit-alone',
  where: HomeLocator = livesAt,
): EventDraft => ({
  happened: { at, basis: 'offset' },
  livesAt: where,
  persons,
  ...eventContent('housing.flag.asserted.v1', { code, localCode: '10' }),
});

/** What becomes of drafts when this was learnt of the customer's key. */
async function told(
  drafts: readonly EventDraft[],
  {
    learnt,
    isSentInAgain = false,
    answer,
  }: { learnt?: Partial<LearntAs>; isSentInAgain?: boolean; answer?: PersonReference } = {},
) {
  const reference: LearntAs = { key: `person ${customer}`, because: 'q', learntAt: at, ...learnt };
  const known = new Map(
    learnt === undefined ? [] : [[nameOfKey({ system: 'repairs', key: reference.key }), reference]],
  );
  const persons = await findPersons(drafts, { learnt: () => Promise.resolve(known) });
  const answers = answer === undefined ? noAnswers : { ...noAnswers, person: answer };
  const homes = (locator: HomeLocator) =>
    locator === livesAt
      ? { found: 'one' as const, uprn: flat4, block: undefined }
      : { found: 'none' as const };
  return resolvePersons(drafts, { persons, homes, answers, isSentInAgain });
}

describe('an alert about a person', () => {
  it('of the register is on that person, and asks nothing', async () => {
    expect(await told([alert([mrB])])).toEqual({ drafts: [alert([mrB])] });
  });

  it('whom only its system knows shows at the home, and who it is, is asked', async () => {
    const { drafts, question } = await told([alert([customer])]);
    expect(drafts).toMatchObject([{ home: livesAt, persons: [], data: { knownAs: customer } }]);
    expect(question).toMatchObject({ waitsFor: { person: customer }, soughtAt: flat4 });
  });

  it.each(['safe-contact', 'safeguarding'] as const)('of code %s marks no home meanwhile', async code => {
    const { drafts, question } = await told([alert([customer], code)]);
    expect(drafts).toEqual([]);
    expect(question).toMatchObject({ waitsFor: { person: customer } });
  });

  it('shows nowhere while its home is not known either', async () => {
    const elsewhere: HomeLocator = { by: 'address', address: '1 Nowhere' };
    const { drafts, question } = await told([alert([customer], 'do-not-visit-alone', elsewhere)]);
    expect(drafts).toEqual([]);
    expect(question).not.toHaveProperty('soughtAt');
  });

  it('that names nobody marks nobody, and is asked about by itself', async () => {
    const { drafts, question } = await told([alert([]), alert([customer])]);
    expect(drafts).toHaveLength(1);
    expect(question).toMatchObject({ waitsFor: { answer: 'person', of: 'nobody' }, soughtAt: flat4 });
    expect(await told([alert([])], { answer: mrB })).toEqual({ drafts: [alert([mrB])] });
  });

  it('whose person was learnt is on that person; the home hears it once, when the item comes in again', async () => {
    const learnt = { person: mrB };
    expect(await told([alert([customer])], { learnt })).toMatchObject({
      drafts: [{ persons: [mrB], data: { knownAs: customer } }],
    });
    const again = await told([alert([customer]), alert([customer])], { learnt, isSentInAgain: true });
    expect(again.drafts.map(({ type }) => type)).toEqual([
      'housing.flag.asserted.v1',
      'housing.flag.asserted.v1',
      'housing.person.identified.v1',
    ]);
    expect(again.drafts[2]).toMatchObject({ home: livesAt, persons: [mrB], happened: { at } });
    expect(again).not.toHaveProperty('question');
  });

  it('whose person was forgotten is at the home again, is asked about, and the person hears it', async () => {
    const forgottenAt = instant('2025-06-05T09:00:00Z');
    const learnt = { person: mrB, forgottenAt };
    const { drafts, question } = await told([alert([customer])], { learnt, isSentInAgain: true });
    expect(drafts).toMatchObject([
      { home: livesAt, persons: [] },
      { type: 'housing.person.parted.v1', persons: [mrB], happened: { at: forgottenAt } },
    ]);
    expect(question).toMatchObject({ waitsFor: { person: customer } });
  });
});

import { describe, expect, it } from 'vitest';
import { refusedWithoutEffect } from '../../../../functions/core/decisions/without-effect.ts';
import type { SystemEvent } from '../../../../schemas/catalogue.ts';
import { personSubject } from '../../../../schemas/reference.ts';
import { instant, mrB } from '../../../support/events.ts';
import { lindqvist, sayingsOf } from '../../../support/flag-sayings.ts';
import { memoryHub } from '../../../support/memory-hub.ts';

const said = sayingsOf('do-not-visit-alone');
const at = instant('2025-10-06T10:00:00Z');

/** What comes of a decision over what was heard before. */
function refusalOf(heard: readonly SystemEvent[], decision: SystemEvent): string | undefined {
  const hub = memoryHub();
  const stand = () => {
    const { flags = {}, record } = hub.stored(personSubject(mrB)) ?? {};
    return { flags, record };
  };
  hub.hear(heard, at);
  const before = stand();
  hub.hear([decision], at);
  const refused = refusedWithoutEffect(before, stand(), decision);
  return refused?.refusal.detail;
}

describe('a decision', () => {
  const now = '2025-10-06T10:00:00Z';

  it('that ends the flag, or is kept, is done', () => {
    const heard = [said.asserts('tenancy', '2025-10-01T10:00:00Z')];
    expect(refusalOf(heard, said.clears(lindqvist, now))).toBeUndefined();
    expect(refusalOf(heard, said.reviews(lindqvist, now, '2025-12-01'))).toBeUndefined();
    expect(refusalOf([], said.raises(lindqvist, now))).toBeUndefined();
  });

  it('that would change nothing says so, and why', () => {
    const ahead = [said.asserts('tenancy', '2025-10-06T10:04:00Z')];
    expect(refusalOf(ahead, said.clears(lindqvist, now))).toMatch(
      /^This would not clear the flag: tenancy said it as of 2025-10-06T10:04:00.000Z/,
    );
    const both = [
      said.asserts('tenancy', '2025-10-01T10:00:00Z', 'A-1'),
      said.asserts('tenancy', '2025-10-06T10:04:00Z', 'A-2'),
    ];
    expect(refusalOf(both, said.clears(lindqvist, now))).toMatch(/^This would not clear the flag/);
    const reviewed = [...ahead, said.reviews(lindqvist, '2025-10-06T10:02:00Z', '2025-12-01')];
    expect(refusalOf(reviewed, said.reviews(lindqvist, now, '2025-11-01'))).toMatch(
      /^This would change nothing/,
    );
  });
});

import { expect, it } from 'vitest';
import { adapters } from '../../../functions/adapters/registry.ts';
import { announcement, contextOf } from '../../support/announcements.ts';

it.each(adapters.map(adapter => [adapter.manifest.system, adapter] as const))(
  'tells %s which leak or hazard a warning stands for, by the reference that names it',
  (system, { outbound }) => {
    const because = { rule: 'active-leak', ruleVersion: 1, events: [], references: ['LFA-0612', 'LFA-0634'] };
    const event = announcement('raised', { code: 'active-leak', places: ['200000471104'], because });
    const sent = JSON.stringify(outbound?.(event, contextOf(system, {})).body);
    expect(sent).toContain('LFA-0612');
    expect(sent).toContain('LFA-0634');
  },
);

import { entry } from './complaints.ts';
import { context } from './disrepair.ts';
import type { Tenancy } from './ground.ts';
import { jobUpdate } from './job-items.ts';
import { leakRow } from './leak-items.ts';
import { alertAtHome, alertOnPerson } from './tenancy-items.ts';
import { isOfPerson, type Word } from './words.ts';

/** A word said of a home, or of somebody who lives there, or taken back. */
export interface Saying {
  id: string;
  word: Word;
  tenancy: Tenancy;
  /** Two of its own: one to say it, one to take it back. */
  number: number;
  says: 'said' | 'over';
  at: number;
}

/** The item in which its system says a word or takes it back. */
export function itemOf(saying: Saying): object {
  const { id, word, tenancy, number, says, at } = saying;
  const { home } = tenancy;
  switch (word.system) {
    case 'repairs':
      return ofRepairs(saying);
    case 'tenancy':
      return ofTenancy(saying);
    case 'leaks':
      return leakRow(home, at, 'Warning', {
        'Leak ref': id,
        [says === 'said' ? 'Warning' : 'Warning over']: word.local,
      });
    case 'complaints':
      return entry(home, id, at, says === 'said' ? 'warningRaised' : 'warningEnded', { marker: word.local });
    default: {
      const operation = 90_000_000 + number + (says === 'said' ? 0 : 1);
      const column = says === 'said' ? 'hc_warnings' : 'hc_warningsover';
      return context(home, id, at, 'Update', { [column]: word.local }, operation);
    }
  }
}

function ofTenancy({ id, word, tenancy, says, at }: Saying): object {
  const step = says === 'said' ? 'Created' : 'Ended';
  const alert = {
    ...{ alertId: id, code: word.local },
    ...{ assetId: tenancy.home.tenancy, tenureId: tenancy.thing.id },
  };
  return isOfPerson(word.code)
    ? alertOnPerson(step, { ...alert, mmhid: tenancy.household[0] ?? '' }, at)
    : alertAtHome(step, alert, at);
}

/** A code of HACT's list, or the shared code beside its “other”. */
function ofRepairs({ id, word: { local, code }, tenancy, says, at }: Saying): object {
  const alert = {
    ...(local === code ? { type: '1', sharedCode: local } : { type: local }),
    ...(says === 'over' && { isActive: false }),
  };
  const customer = { reference: [{ id: tenancy.household[0], allocatedBy: 'tenancy' }] };
  const alerts = isOfPerson(code) ? { personAlert: [alert], customer } : { locationAlert: [alert] };
  return jobUpdate(tenancy.home, id, at, { typeCode: '0', otherType: 'addNote', ...alerts });
}

import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { workOrderKey } from '../../core/identity/work-order-key.ts';
import { waitingKey } from '../../core/quarantine/waits-for.ts';
import { findableCaseIn } from '../../core/record/findable-case.ts';
import { caseStepOf } from '../../core/record/never-raised.ts';
import { systemOf } from '../../core/record/rows.ts';
import { uprnOf } from '../../core/record/subject-record.ts';
import type { Numbers } from '../../shell/tables/directory/numbers.ts';
import type { WorkOrderHomes } from '../../shell/tables/directory/work-order-homes.ts';
import { type ReleaseDeps, releaseAll } from './release.ts';

export interface OpenedDeps extends ReleaseDeps {
  workOrderHomes: WorkOrderHomes;
  numbers: Pick<Numbers, 'note'>;
}

/**
 * What follows when a subject's timeline has the opening of a case: it is found there by its number. Closings that waited for
 * it are released. Of a work order it is known from then on where it is, and what came without its home is released too.
 */
export async function onOpened(deps: OpenedDeps, subject: Subject, event: SystemEvent): Promise<void> {
  const uprn = uprnOf(subject);
  const findable = findableCaseIn(event, subject);
  if (findable !== undefined && uprn !== undefined) await deps.numbers.note({ ...findable, uprn });
  const step = caseStepOf(event, subject);
  if (step?.opens !== true) return;
  const system = systemOf(event);
  if (step.kind === 'work-order' && uprn !== undefined) {
    await deps.workOrderHomes.note(system, step.reference, uprn);
    await releaseAll(deps, system, waitingKey({ home: workOrderKey(step.reference) }), event.id);
  }
  await releaseAll(deps, system, waitingKey({ subject, case: step.row }), step.row);
}

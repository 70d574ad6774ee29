import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { waitingKey } from '../../core/quarantine/waits-for.ts';
import { caseStepOf } from '../../core/record/never-raised.ts';
import { systemOf } from '../../core/record/rows.ts';
import { type ReleaseDeps, releaseAll } from './release.ts';

/** What follows when a subject's timeline has the opening of a case: closings that waited for it are released. */
export async function onOpened(deps: ReleaseDeps, subject: Subject, event: SystemEvent): Promise<void> {
  const step = caseStepOf(event, subject);
  if (step?.opens !== true) return;
  await releaseAll(deps, systemOf(event), waitingKey({ subject, case: step.row }), step.row);
}

import type { SystemEvent } from '../../../schemas/catalogue.ts';
import type { Subject, SystemName } from '../../../schemas/reference.ts';
import { effectsOf } from './effects.ts';
import type { CaseKind } from './row.ts';
import { systemOf, touchOf } from './rows.ts';

/**
 * Cases that people ask for by number. A tenancy is a household's and enforcement is against one: neither is looked for by
 * whoever has a number and wants to know where a job is.
 */
const findable: ReadonlySet<CaseKind> = new Set([
  'work-order',
  'works',
  'complaint',
  'disrepair-claim',
  'leak',
]);

/** Which case is meant: a reference is one system's own. */
export interface CaseName {
  kind: CaseKind;
  system: SystemName;
  reference: string;
}

/** The case that people may look for and that an event opens at a subject. A leak into a flat is found there, not at its block. */
export function findableCaseIn(event: SystemEvent, subject: Subject): CaseName | undefined {
  const touched = touchOf(event, subject);
  if (touched === undefined || touched.role === 'block') return undefined;
  const step = effectsOf(event, touched).case;
  if (step?.open !== true || !findable.has(step.kind)) return undefined;
  return { kind: step.kind, system: systemOf(event), reference: step.reference };
}

import type { Hazard } from '../record/hazards.ts';
import type { OpenCase } from '../record/subject-record.ts';

/** A case as a property shows it: one of a system's, or a hazard of the home's. */
export type ShownCase = Omit<OpenCase, 'kind'> & { kind: OpenCase['kind'] | 'hazard' };

/** A hazard among the open cases, under the reference by which every team may name it. */
export function hazardCase({ kind, result, severity, stage, ...rest }: Hazard): ShownCase {
  const facts = {
    hazard: kind,
    ...(result === undefined ? {} : { result }),
    ...(severity === undefined ? {} : { severity }),
  };
  return { ...rest, kind: 'hazard', stage, facts };
}

import { caseStepOf } from '../../../functions/core/record/never-raised.ts';
import type { Subject } from '../../../schemas/reference.ts';
import { each, type Invariant } from './invariant.ts';

/** The subject of a partition of the records table. */
function subjectOf(pk: string): Subject {
  const [kind = '', ...rest] = pk.split('#');
  return `${kind.toLowerCase()}/${rest.join('#')}` as Subject;
}

export const closedWasOpened: Invariant = {
  name: 'closed was opened',
  says: 'No timeline has the closing of a work order, complaint or claim whose opening it does not have.',
  breaches({ timeline }) {
    const steps = timeline.map(({ pk, event }) => ({ pk, event, step: caseStepOf(event, subjectOf(pk)) }));
    const opened = new Set(
      steps.flatMap(({ pk, step }) => (step?.opens === true ? [`${pk} ${step.row}`] : [])),
    );
    return each(steps, ({ pk, event, step }) =>
      step?.opens === false && !opened.has(`${pk} ${step.row}`)
        ? `${event.id} closes ${step.reference} on ${pk}, which was never opened`
        : undefined,
    );
  },
};

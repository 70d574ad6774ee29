import { eventContent } from '../../../schemas/event-content.ts';
import * as cell from './cells.ts';
import { type StepTranslation, step } from './step.ts';

const hazard = 'damp-and-mould';
const which = { leakReference: cell.leakReference, hazardReference: cell.hazardReference };

/** Damp or mould is over: the one that is open at the home, unless the row names another. */
function over(outcome: 'remedied' | 'no-hazard'): StepTranslation {
  return step({ ...which, note: cell.concluded }, ({ happened, place: { home }, ...data }) => [
    { happened, home, ...eventContent('housing.hazard.closed.v1', { ...data, hazard, outcome }) },
  ]);
}

/** What the team sees of damp and mould that a leak left, from the first sight to the end. */
export const mouldSteps = {
  'damp-or-mould-seen': step(
    { ...which, room: cell.room, note: cell.suspected },
    ({ happened, place: { home }, ...data }) => [
      { happened, home, ...eventContent('housing.hazard.suspected.v1', { ...data, hazard }) },
    ],
  ),
  'mould-works-started': step(which, ({ happened, place: { home }, ...data }) => [
    { happened, home, ...eventContent('housing.hazard.works-started.v1', { ...data, hazard }) },
  ]),
  'mould-works-completed': step(which, ({ happened, place: { home }, ...data }) => [
    { happened, home, ...eventContent('housing.hazard.works-completed.v1', { ...data, hazard }) },
  ]),
  'mould-gone': over('remedied'),
  'no-mould': over('no-hazard'),
};

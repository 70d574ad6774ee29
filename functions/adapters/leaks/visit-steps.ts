import type { EventOf } from '../../../schemas/catalogue.ts';
import { eventContent } from '../../../schemas/event-content.ts';
import * as cell from './cells.ts';
import { type StepTranslation, step } from './step.ts';

function visit(purpose: EventOf<'housing.visit.carried-out.v1'>['data']['purpose']): StepTranslation {
  return step(
    {
      leakReference: cell.leakReference,
      visitedBy: cell.officer,
      finding: cell.found,
      cause: cell.cause,
      nextAction: cell.nextAction,
    },
    ({ happened, place: { home }, ...data }) => [
      {
        happened,
        home,
        ...eventContent('housing.visit.carried-out.v1', { ...data, purpose, evidence: [] }),
      },
    ],
  );
}

type Attempt = EventOf<'housing.visit.access-attempted.v1'>['data'];

/** An attempt to get in. “Rebooked” alone does not say who moved it, and is nobody's fault until somebody says so. */
function attempt(outcome: Attempt['outcome'], party?: Attempt['party']): StepTranslation {
  return step(
    {
      leakReference: cell.leakReference,
      method: cell.method,
      attemptedBy: cell.officer,
      cardLeft: cell.cardLeft,
      fault: cell.fault,
      note: cell.remarked,
    },
    ({ happened, place: { home }, method = 'visit', ...data }) => [
      {
        happened,
        home,
        ...eventContent('housing.visit.access-attempted.v1', { ...data, method, outcome, party }),
      },
    ],
  );
}

/** The steps at the door and inside the home. */
export const visitSteps = {
  'leak-visit': visit('leak-trace'),
  inspection: visit('inspection'),
  'monitoring-visit': visit('monitoring'),
  'void-inspection': visit('void-inspection'),
  'no-answer': attempt('no-answer'),
  refused: attempt('refused'),
  rebooked: attempt('rebooked', 'unknown'),
  'rebooked-by-resident': attempt('rebooked-by-resident', 'resident'),
  'rebooked-by-landlord': attempt('rebooked', 'landlord'),
  'rebooked-by-contractor': attempt('rebooked', 'contractor'),
};

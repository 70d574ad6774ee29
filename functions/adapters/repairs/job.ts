import type { LocalReference } from '../../../schemas/reference.ts';
import type { HappenedAt, HomeLocator } from '../contract.ts';
import { meaningOf } from '../kit/meaning.ts';
import { present } from '../kit/present.ts';
import { type Reading, read, together } from '../kit/reading.ts';
import { readAs } from '../kit/readings.ts';
import type { RepairsMessage } from './vendor.ts';
import { homeOf, homeOfUpdate } from './where.ts';

/** What every event of one message has in common. */
export interface MessageBase {
  happened: HappenedAt;
  home: HomeLocator;
  vendorEventId?: string;
}

/** The job that a message is about. */
export interface Job {
  base: MessageBase;
  workOrderReference: LocalReference;
  /** Preventative or planned work: works, not a repair. */
  planned: boolean;
}

/** HACT's work class for preventative and planned work. */
export const plannedWork = '20';

/** HACT's WorkClassCode: Other, Demand, Preventative or planned, Project, Move, Assessment, Defect. */
const workClasses: Readonly<Record<string, { planned: boolean }>> = {
  '0': { planned: false },
  '10': { planned: false },
  [plannedWork]: { planned: true },
  '30': { planned: false },
  '40': { planned: false },
  '50': { planned: false },
  '60': { planned: false },
};

/** The parts of a job that each kind of message keeps somewhere else. */
interface JobParts {
  happened: Reading<HappenedAt>;
  workOrderReference: Reading<LocalReference>;
  /** The message raises the job, so it has to say its work class; any other is about a repair unless it says otherwise. */
  raises: boolean;
}

/** The job that a message is about. */
export function jobOf(message: RepairsMessage, { raises, ...parts }: JobParts): Reading<Job> {
  const code = message.workClass?.workClassCode;
  const unsaid = code === undefined && !raises;
  const workClass = unsaid
    ? read({ planned: false })
    : meaningOf(workClasses, code, '/workClass/workClassCode');
  const { workOrderReference } = parts;
  const home =
    raises || !workOrderReference.ok ? homeOf(message) : homeOfUpdate(message, workOrderReference.value);
  return readAs(together({ ...parts, workClass, home }), job => ({
    base: present({ happened: job.happened, home: job.home, vendorEventId: message.messageId }),
    workOrderReference: job.workOrderReference,
    planned: job.workClass.planned,
  }));
}

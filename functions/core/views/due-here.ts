import * as z from 'zod';
import type { Instant } from '../../../schemas/reference.ts';
import { instantIn } from '../record/fact.ts';
import { sortedBy } from '../record/sorted-by.ts';
import { dayOf } from '../time/instants.ts';
import { localTimeSchema } from './local-times.ts';

/** A job that is open at a home: what may bring somebody to its door. */
export const dueHereSchema = z.object({
  kind: z.enum(['work-order', 'works']),
  system: z.string(),
  reference: z.string(),
  trade: z.string().optional(),
  priority: z.string().optional(),
  by: z
    .enum(['appointment', 'deadline'])
    .optional()
    .meta({ description: 'An appointment of today or later, else the day by which it has to be done' }),
  at: localTimeSchema.optional(),
  overdue: z.literal(true).optional().meta({ description: 'That day has passed, and it is open' }),
});
type DueHere = z.infer<typeof dueHereSchema>;

/** A case as somebody may see it. */
interface Visible {
  kind: string;
  system: string;
  reference: string;
  facts: Readonly<Record<string, unknown>>;
}

/** The jobs that are open at a home, the soonest first, those without a day last. */
export function dueHere(cases: readonly Visible[], at: Instant): DueHere[] {
  const jobs = cases.flatMap(({ kind, system, reference, facts }): DueHere[] => {
    const { data } = dueHereSchema.shape.kind.safeParse(kind);
    if (data === undefined) return [];
    const words = { ...textIn('trade', facts), ...textIn('priority', facts) };
    return [{ kind: data, system, reference, ...words, ...dayOfJob(facts, at) }];
  });
  return sortedBy(jobs, job => `${job.at ?? '~'} ${job.system} ${job.reference}`);
}

/** An appointment that is over brings nobody any more: then the job is due when it has to be done. */
function dayOfJob(facts: Visible['facts'], now: Instant): Pick<DueHere, 'by' | 'at' | 'overdue'> {
  const appointment = instantIn(facts['appointment'] ?? facts['from']);
  if (appointment !== undefined && dayOf(appointment) >= dayOf(now))
    return { by: 'appointment', at: appointment };
  const deadline = instantIn(facts['requiredBy']);
  if (deadline === undefined) return {};
  return { by: 'deadline', at: deadline, ...(deadline < now && { overdue: true }) };
}

function textIn(name: 'trade' | 'priority', facts: Visible['facts']): Record<string, string> {
  const text = facts[name];
  return typeof text === 'string' ? { [name]: text } : {};
}

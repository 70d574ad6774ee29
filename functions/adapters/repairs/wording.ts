import { phraseSchema, type SealedText, staffSchema } from '../../../schemas/parts.ts';
import { finding, remark } from '../kit/finding.ts';
import type { JobStatus, WorkOrderMessage } from './vendor.ts';

/** What was ordered, or why: it may say something about the people who live there. */
export function sealed(text: string): SealedText;
export function sealed(text: string | undefined): SealedText | undefined;
export function sealed(text: string | undefined): SealedText | undefined {
  return text === undefined ? undefined : { text, classification: 'personal' };
}

/** An update's comments on what was found or done. */
export function foundIn({
  comments,
  commentsAbout,
}: Partial<Pick<JobStatus, 'comments' | 'commentsAbout'>>): SealedText | undefined {
  return comments === undefined ? undefined : finding(comments, commentsAbout);
}

/** An update's comments on what somebody said or did. */
export function saidIn({
  comments,
  commentsAbout,
}: Partial<Pick<JobStatus, 'comments' | 'commentsAbout'>>): SealedText | undefined {
  return comments === undefined ? undefined : remark(comments, commentsAbout);
}

/** The operatives by number, else by name; one who stands for several says how many more there were. */
export function operativesOf(operatives: JobStatus['operativesAssigned']): string | undefined {
  const names = operatives.flatMap(
    ({ identification, nameFull }) => identification?.number ?? nameFull ?? [],
  );
  if (names.length === 0) return undefined;
  const all = names.join(', ');
  if (staffSchema.safeParse(all).success) return all;
  const more = ` and ${names.length - 1} more`;
  return `${names[0]?.slice(0, 80 - more.length)}${more}`;
}

/** The trades of a work order's elements, each once; as many as a phrase holds. */
export function tradesOf(elements: WorkOrderMessage['workElement']): string | undefined {
  const trades = elements.flatMap(element =>
    element.trade.flatMap(({ customName, code }) => customName ?? code ?? []),
  );
  const [first] = trades;
  const all = [...new Set(trades)].join(', ');
  return phraseSchema.safeParse(all).success ? all : first;
}

import { persons, secretWords } from '../story/town.ts';
import type { Json } from '../world/process.ts';
import { each, type Invariant } from './invariant.ts';

/** Whose work needs no names. */
const withoutNames = ['repairs-officer', 'surveyor'];
/** Whose work needs nothing personal that is written about people. */
const withoutTexts = ['contact-centre-agent', 'data-protection-officer'];

/** Whether an answer has what somebody wrote about people. Why a flag stands is for the audience of that flag. */
function hasText(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return value === secretWords;
  return Object.entries(value).some(([name, part]) => name !== 'basis' && hasText(part));
}

export const nobodyReadsMore: Invariant = {
  name: 'nobody reads more',
  says: 'No officer is shown a name, or what is written about people, that their role does not need.',
  breaches: ({ hub }) =>
    each(hub.answered, ({ input, answer }) => {
      if (input.does !== 'reads' || answer.status !== 200) return undefined;
      const text = JSON.stringify(answer.body);
      const name = withoutNames.includes(input.role) && persons.find(one => text.includes(one.name));
      if (name) return `${input.id} showed a ${input.role} who ${name.name} is`;
      return withoutTexts.includes(input.role) && hasText(answer.body)
        ? `${input.id} showed a ${input.role} what is written about people`
        : undefined;
    }),
};

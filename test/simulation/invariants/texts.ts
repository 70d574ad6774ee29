import { unreadableText } from '../../../functions/core/encryption/decrypt-value.ts';
import { hasPersonalText } from '../../../functions/core/encryption/personal-texts.ts';
import { encryptedPrefix } from '../../../schemas/encrypted.ts';
import { each, type Invariant } from './invariant.ts';

export const textsAreEncrypted: Invariant = {
  name: 'texts are encrypted',
  says: 'No event in a timeline has a text about people in clear.',
  breaches: ({ timeline }) =>
    each(timeline, ({ event }) =>
      hasPersonalText(event) ? `${event.type} ${event.id} has a text in clear` : undefined,
    ),
};

export const textsAreReadable: Invariant = {
  name: 'texts are readable',
  says: 'An officer who is shown a text is shown it in clear.',
  breaches: ({ hub }) =>
    each(hub.answered, ({ input, answer }) => {
      const text = JSON.stringify(answer.body) ?? '';
      return [encryptedPrefix, unreadableText].some(words => text.includes(words))
        ? `${input.id} was shown a text that nobody can read`
        : undefined;
    }),
};

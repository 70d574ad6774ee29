import type { SystemEventType } from '../../../schemas/catalogue.ts';
import type { SealedText } from '../../../schemas/parts.ts';

/** Why what an officer wants cannot be, as a problem of RFC 9457. */
export interface Refusal {
  status: 403 | 409 | 422;
  title: string;
  detail: string;
  errors?: { path: string; message: string }[];
}

/** What an officer says, as the event that it becomes, without whom it is about. */
export interface Said {
  type: Extract<SystemEventType, `housing.flag.${string}`>;
  data: object;
}
export type Verdict = { said: Said } | { refusal: Refusal };

/** What is asked for is not for this team, or not for this person. */
export function forbidden(detail: string): Verdict {
  return { refusal: { status: 403, title: 'Not for this officer', detail } };
}

/** What is asked for does not fit how the flag stands. */
export function unfitting(detail: string): Verdict {
  return { refusal: { status: 409, title: 'Not as the flag stands', detail } };
}

/** One field is wrong. */
export function wrong(path: string, message: string): Verdict {
  return {
    refusal: {
      status: 422,
      title: 'Not like this',
      detail: message,
      errors: [{ path, message }],
    },
  };
}

/** What an officer writes may say something of a person. */
export function sealed(text: string): SealedText {
  return { text, classification: 'special-category' };
}

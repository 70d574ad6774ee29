import type { PersonReference, Uprn } from '../../../schemas/reference.ts';
import type { Problem } from '../../adapters/contract.ts';
import type { Unplaced } from './placement.ts';

/** Something that an officer has to answer about an item, with those who may be meant. */
export interface Question extends Unplaced {
  problems: Problem[];
  eventType: string;
}

const expected = 'a person of the household: POST /v1/quarantine/{id}/resolve with person';

/**
 * Who is meant by a system's key of a person; or by nobody's, which is asked of each item, since two who have no key are not
 * one person.
 * @param soughtAt the home whose household they are of, as the system thinks
 */
export function questionAbout(named: PersonReference | undefined, soughtAt: Uprn | undefined): Question {
  return {
    problems: [
      named === undefined
        ? {
            path: '',
            message: 'This is about a person and names nobody: nobody is marked until it is known who it is',
            expected,
          }
        : {
            path: '',
            message: 'Nobody knows yet whom the system means by this key',
            expected,
            received: named,
          },
    ],
    waitsFor: named === undefined ? { answer: 'person', of: 'nobody' } : { person: named },
    candidates: [],
    ...(soughtAt !== undefined && { soughtAt }),
    eventType: 'housing.flag.asserted.v1',
  };
}

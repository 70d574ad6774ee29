import type { Role } from '../../functions/core/views/roles.ts';
import type { Officer } from './officer.ts';
import type { TeamSystem } from './team-systems/team-systems.ts';

/** The two places where a story may look: the API, as an officer of some role, and what each team's system shows. */
export interface Look {
  officer(role: Role): Officer;
  teams: readonly TeamSystem[];
}

/** Something that must be true of the hub by a moment of the story. */
export interface Expectation {
  /** The hub's time: whatever the hub has heard by then must be enough. */
  by: string;
  /** In plain English, for the summary. */
  says: string;
  /** @throws {Error} saying what was found instead. */
  check(look: Look): Promise<void>;
}

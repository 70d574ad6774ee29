import type { Instant } from '../../schemas/reference.ts';
import type { CommitDecision } from '../commit/commit-decision.ts';
import type { FindDecision } from '../shell/table/decision-reader.ts';
import type { Directory } from '../shell/table/directory-store.ts';
import type { IsFirst } from '../shell/table/heard-store.ts';
import type { SubjectReader } from '../shell/table/subject-reader.ts';

/** What the endpoints of decisions work with. */
export interface DecideDeps {
  directory: Pick<Directory, 'placesOf' | 'homesIn'>;
  subjects: Pick<SubjectReader, 'subjects' | 'rows'>;
  commit: CommitDecision;
  find: FindDecision;
  isFirst: IsFirst;
  roleClaim: string;
  now: () => Instant;
}

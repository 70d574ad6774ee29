import type { Instant } from '../../../schemas/reference.ts';
import type { CommitDecision } from '../../records/commit/commit-decision.ts';
import type { Directory } from '../../shell/tables/directory/directory-store.ts';
import type { FindDecision } from '../../shell/tables/records/decision-reader.ts';
import type { IsFirst } from '../../shell/tables/records/heard-store.ts';
import type { SubjectReader } from '../../shell/tables/records/subject-reader.ts';

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

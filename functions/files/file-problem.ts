import type { ProblemDetails } from '../shell/http/problem.ts';

/** A request about a file that is answered with a problem. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.title);
    this.problem = problem;
  }
}

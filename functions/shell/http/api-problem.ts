import type { ProblemDetails } from './problem.ts';

/** Thrown where a request cannot be answered; the handler turns it into problem+json. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.title);
    this.problem = problem;
  }
}

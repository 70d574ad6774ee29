import { ApiProblem } from './api-problem.ts';

/** 404: there is no such flag, or none that this officer may know of. */
export function unknownFlag(id: string): ApiProblem {
  return new ApiProblem({
    status: 404,
    title: 'Unknown flag',
    detail: `Nobody has said anything of a flag ${id}, as far as you may know.`,
  });
}

import type { RaiseOn, Refusal } from '../../core/decisions/result.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';

/** What each kind of refusal is in HTTP. */
const answers = {
  forbidden: { status: 403, title: 'Not for this officer' },
  'not-alone': { status: 403, title: 'Not for this officer' },
  conflict: { status: 409, title: 'Not as the flag stands' },
  invalid: { status: 422, title: 'Not like this' },
} as const satisfies Record<Refusal['kind'], { status: number; title: string }>;

/** A refused decision as a problem. Where the flag is to be raised on something else, it names the request that does. */
export function refusalProblem({ kind, detail, errors, raiseOn }: Refusal): ApiProblem {
  const instead = raiseOn === undefined ? '' : `: POST ${pathOf(raiseOn)}`;
  const named = errors?.map(({ path, message }) => ({ path, message: `${message}${instead}` }));
  return new ApiProblem({
    ...answers[kind],
    detail: `${detail}${instead}`,
    ...(named === undefined ? {} : { errors: named }),
  });
}

function pathOf(raiseOn: RaiseOn): string {
  return raiseOn.kind === 'person'
    ? '/v1/persons/{ref}/flags'
    : `/v1/properties/${raiseOn.uprn ?? '{uprn}'}/flags`;
}

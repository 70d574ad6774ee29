import type * as z from 'zod';
import { answerOfficer, answerSystem } from './answer.ts';
import type { DiscloseDeps } from './disclose.ts';
import type { Answering, AnyRun, Asked, BodyByMediaType, Declared, Endpoint } from './endpoint.ts';
import type { Run, Says, Shows } from './endpoint-kinds.ts';
import type { LookDeps } from './look.ts';

type None = z.ZodObject<Record<never, never>>;

/**
 * Makes the definer of the endpoints of one function.
 *
 * `shows` decides what an endpoint has to give: `personal` the kinds of detail that it `discloses`, and with each answer of
 * whom, which is written to the audit before it goes out; `nothing` gets no reader of people, and only what its schema
 * names goes out.
 */
export function endpointsFor<D extends object>() {
  return function defineEndpoint<
    S extends Shows,
    R extends z.ZodType,
    P extends z.ZodObject = None,
    Q extends z.ZodType = None,
    H extends z.ZodObject = None,
    B extends z.ZodType | BodyByMediaType | undefined = undefined,
  >(
    spec: Declared<P, Q, H, B, R> &
      Says<S> & {
        shows: S;
        run: Run<D, S, Asked<P, Q, H, B>, z.input<R>>;
      },
  ): Endpoint<D> {
    const { run, ...declared } = spec;
    const endpoint = { ...declared, endpoint: `${spec.method} ${spec.path}` };
    const answer = spec.shows === 'own-data' ? answerSystem : answerOfficer;
    return {
      ...(declared as Omit<Endpoint<D>, 'answer'>),
      answer: (deps, request) =>
        answer(endpoint as Answering, run as AnyRun, deps as D & LookDeps & DiscloseDeps, request),
    };
  };
}

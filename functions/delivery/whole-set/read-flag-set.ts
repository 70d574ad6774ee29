import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ReportedSet } from '../../core/delivery/reported-set.ts';
import { readBody } from '../../shell/http/body.ts';
import { readJson } from '../../shell/http/json.ts';
import type { ProblemDetails } from '../../shell/http/problem.ts';
import { flagSetSchema } from '../drift/contract.ts';

/** About sixty thousand flags. */
const maximumBytes = 5 * 1024 * 1024;
/** The first of many wrong fields: the others are as a rule wrong in the same way. */
const errorsShown = 100;

/** A system's whole set, or the problem to answer with. Of an id that is there twice, the higher version counts. */
export function readFlagSet(
  request: APIGatewayProxyEventV2,
): { ok: true; set: ReportedSet } | { ok: false; problem: ProblemDetails } {
  const body = readBody(request, { accepts: ['application/json'], maximumBytes });
  if (!body.ok && body.problem.status === 413) return { ok: false, problem: tooLarge };
  if (!body.ok) return body;
  const json = readJson(body.text);
  if (!json.ok) {
    const detail = `The body is not JSON: it goes wrong at position ${json.position}.`;
    return { ok: false, problem: { status: 400, title: 'The body cannot be read', detail } };
  }
  const parsed = flagSetSchema.safeParse(json.value);
  if (!parsed.success) {
    const errors = parsed.error.issues.slice(0, errorsShown).map(({ path, message }) => ({
      path: path.map(step => `/${String(step)}`).join(''),
      message,
    }));
    const detail = 'Correct what `errors` names and send the whole set again; nothing was changed.';
    return { ok: false, problem: { status: 422, title: 'The request is wrong', detail, errors } };
  }
  const flags = new Map<string, number>();
  for (const { id, version } of parsed.data.flags) flags.set(id, Math.max(version, flags.get(id) ?? 0));
  const own = new Map(parsed.data.own.map(({ localReference, code }) => [localReference, code]));
  return { ok: true, set: { flags, own } };
}

const tooLarge: ProblemDetails = {
  status: 413,
  title: 'Too large',
  detail:
    'At most 5 MB are compared, about 60,000 flags; nothing was changed. Leave out white space. If it is still too ' +
    'large, empty your own set, say so ({"flags": []}), and POST …/resend: all that you are owed comes by your usual way.',
};

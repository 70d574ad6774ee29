import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { answered } from '../../shell/http/answered.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { type ApiRequest, viewerOf } from '../../shell/http/officer-request.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { resendResponse } from './contract.ts';
import { type ResendDeps, resend } from './resend.ts';

export interface ResendHttpDeps extends Omit<ResendDeps, 'limit'> {
  /** The scope of the system itself. */
  ownScope: string;
  roleClaim: string;
}

/** What one request puts into the queue of each kind: it has to be answered within half a minute. */
const limit = 2_500;

/** Makes the handler of `POST /v1/systems/<system>/resend`: for the system itself, and for management. */
export function makeResendHttp(deps: ResendHttpDeps) {
  return (request: ApiRequest): Promise<APIGatewayProxyStructuredResultV2> =>
    answered(async () => {
      refuseOthers(deps, request);
      const resent = await resend({ ...deps, limit });
      logLine(logLines.flagsResent, { ...resent });
      return jsonResponse(202, resendResponse.parse(resent));
    });
}

/** @throws {ApiProblem} 403 for an officer who is not of management. */
function refuseOthers({ ownScope, roleClaim }: ResendHttpDeps, request: ApiRequest): void {
  const { scope } = request.requestContext.authorizer.jwt.claims;
  if (String(scope).split(' ').includes(ownScope)) return;
  const { team } = viewerOf(request, { roleClaim, teamOfSystem: () => undefined });
  if (team === 'management') return;
  throw new ApiProblem({
    status: 403,
    title: 'Not for this team',
    detail: 'What a system is owed is sent again when the system itself asks for it, or management does.',
  });
}

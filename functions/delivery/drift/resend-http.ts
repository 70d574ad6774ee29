import { ApiProblem } from '../../shell/http/api-problem.ts';
import { endpointsFor } from '../../shell/http/define-endpoint.ts';
import { type ApiRequest, claimsOf, viewerOf } from '../../shell/http/officer-request.ts';
import { jsonResponse } from '../../shell/http/problem.ts';
import { systemEndpoint } from '../../shell/http/system-endpoint.ts';
import { scopesOf, type Tokens } from '../../shell/http/token.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { resendResponse } from './contract.ts';
import { type ResendDeps, resend } from './resend.ts';

export interface ResendHttpDeps extends Omit<ResendDeps, 'limit'> {
  /** The scope of the system itself. */
  ownScope: string;
  tokens: Tokens;
}

/** What one request puts into the queue of each kind: it has to be answered within half a minute. */
const limit = 2_500;

/** For the system itself, and for management. */
export const postResend = endpointsFor<{ resend: ResendHttpDeps }>()({
  ...systemEndpoint,
  method: 'POST',
  path: '/v1/systems/{system}/resend',
  scopes: ['lintel/{system}.publish', 'lintel/write'],
  summary: 'Have a system sent everything once more that it is owed and does not have',
  description:
    'By its usual way, and nobody else. For the system itself and for management. What it has is what it acknowledged, or said with its whole set.',
  answers: { 202: { description: 'What was put into its queue', schema: resendResponse } },
  problems: { 403: 'An officer who is not of management' },
  run: async ({ resend: deps }, request) => {
    refuseOthers(deps, request);
    const resent = await resend({ ...deps, limit });
    logLine(logLines.flagsResent, { ...resent });
    return jsonResponse(202, resendResponse.parse(resent));
  },
});

/** @throws {ApiProblem} 403 for an officer who is not of management. */
function refuseOthers({ ownScope, tokens }: ResendHttpDeps, request: ApiRequest): void {
  if (scopesOf(claimsOf(request), tokens.claimNames).has(ownScope)) return;
  if (viewerOf(request, { tokens }).teams.includes('management')) return;
  throw new ApiProblem({
    status: 403,
    title: 'Not for this team',
    detail: 'What a system is owed is sent again when the system itself asks for it, or management does.',
  });
}

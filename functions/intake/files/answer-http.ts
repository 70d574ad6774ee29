import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { errorName } from '../../shell/errors.ts';
import { ApiProblem } from '../../shell/http/api-problem.ts';
import { problemResponse } from '../../shell/http/problem.ts';
import { logLine } from '../../shell/log.ts';
import { logLines } from '../../shell/log-lines.ts';
import { believe } from './accept-held.ts';
import type { FilesDeps } from './deps.ts';
import { register } from './register.ts';
import type { FilesRequest } from './request.ts';
import { show } from './show-file.ts';

/** Makes the handler of a system's three routes about its files. */
export function makeAnswerHttp(deps: FilesDeps) {
  return async (request: FilesRequest): Promise<APIGatewayProxyStructuredResultV2> => {
    try {
      if (request.requestContext.http.method === 'GET') return await show(request, deps);
      const named = request.pathParameters?.['fileId'] !== undefined;
      return await (named ? believe : register)(request, deps);
    } catch (error) {
      if (error instanceof ApiProblem) return problemResponse(error.problem);
      logLine(logLines.requestFailed, { error: errorName(error) });
      const detail = 'Something that the hub needs did not answer. Ask again: nothing is done twice.';
      return problemResponse({ status: 503, title: 'Not now', detail }, { 'retry-after': '5' });
    }
  };
}

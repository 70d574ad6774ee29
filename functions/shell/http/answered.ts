import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ApiProblem } from './api-problem.ts';
import { problemResponse } from './problem.ts';

/** What an endpoint answers, or the problem that it threw in problem+json. Anything else that it throws goes on. */
export async function answered(
  answer: () => Promise<APIGatewayProxyStructuredResultV2>,
): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ApiProblem) return problemResponse(error.problem);
    throw error;
  }
}

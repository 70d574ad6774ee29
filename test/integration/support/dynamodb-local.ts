import { startEngine } from '@infra/local/dynamodb';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    dynamoDbEndpoint: string;
  }
}

/** Starts DynamoDB Local once for all integration tests of a run; each test file makes tables of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const engine = await startEngine();
  project.provide('dynamoDbEndpoint', engine.endpoint);
  return () => engine.stop();
}

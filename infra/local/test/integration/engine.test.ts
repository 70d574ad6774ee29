import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { startEngine } from '../../dynamodb.ts';

/** Ends the engine as a machine that is short of memory does. */
function kill(endpoint: string): void {
  const pattern = `DynamoDBLocal.jar -port ${new URL(endpoint).port} `;
  const { stdout } = spawnSync('pgrep', ['-f', pattern], { encoding: 'utf8' });
  process.kill(Number(stdout.trim()), 'SIGKILL');
}

it('says when the engine ends by itself', async () => {
  const { promise: lost, resolve } = Promise.withResolvers<Error>();
  const engine = await startEngine({ onLost: resolve });
  kill(engine.endpoint);
  expect((await lost).message).toContain('DynamoDB Local ended with SIGKILL');
  await engine.stop();
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createStops } from '../../stops.ts';

it('stops what began last first, and once however often it is asked', async () => {
  const stops = createStops();
  const stopped: string[] = [];
  for (const name of ['database', 'queues', 'api']) stops.add(() => stopped.push(name));
  await Promise.all([stops.all(), stops.all()]);
  expect(stopped).toEqual(['api', 'queues', 'database']);
});

it('stops the others when one fails, and says so', async () => {
  const stops = createStops();
  let isStopped = false;
  stops.add(() => {
    isStopped = true;
  });
  stops.add(() => Promise.reject(new Error('told to fail')));
  await expect(stops.all()).rejects.toThrow('not everything could be stopped');
  expect(isStopped).toBe(true);
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'stops everything on %s, and the process dies of it',
  async signal => {
    const script = `
    const { createStops } = await import(${JSON.stringify(import.meta.resolve('../../stops.ts'))});
    setInterval(() => {}, 1000);
    createStops().add(() => process.stdout.write('stopped'));
    process.stderr.write('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    const said = text(child.stdout);
    const ended = once(child, 'exit');
    await once(child.stderr, 'data');
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect(await said).toBe('stopped');
  },
);

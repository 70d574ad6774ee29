import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { jarFolder } from './release.ts';

/**
 * Starts the engine's process.
 *
 * @param java the command that starts Java
 * @param folder where it may put temporary files
 * @param port where it answers
 */
export function startProcess(java: string, folder: string, port: number): ChildProcess {
  const home = jarFolder();
  const command = [
    java,
    // It lives for minutes: with the small compiler and the serial collector it takes a third less processor time.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    `-Djava.io.tmpdir=${folder}`,
    `-Djava.library.path=${path.join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    path.join(home, 'DynamoDBLocal.jar'),
    ...['-port', String(port), '-sharedDb', '-inMemory', '-disableTelemetry'],
  ];
  const [program = java, ...words] = diesWithParent()
    ? ['setpriv', '--pdeathsig', 'SIGKILL', ...command]
    : command;
  return spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
}

/** On Linux the engine can be made to die with this process, however that ends. */
function diesWithParent(): boolean {
  return spawnSync('setpriv', ['--pdeathsig', 'SIGKILL', 'true'], { stdio: 'ignore' }).status === 0;
}

/** Ends a process. SIGTERM lets the engine remove its own temporary files. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = 'default-jre-headless';

/**
 * Finds Java, which DynamoDB Local runs on: `JAVA_HOME`, else the `PATH`. Where it is missing and
 * plainly can be installed (Debian, as root) it is, and one line says so.
 *
 * @returns the command that starts Java
 * @throws saying what to install, when there is none
 */
export function findJava(): string {
  const home = process.env['JAVA_HOME'];
  const candidates = [...(home === undefined ? [] : [path.join(home, 'bin', 'java')]), 'java'];
  const found = candidates.find(runs);
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && installed()) return 'java';
  throw new Error(
    `DynamoDB Local needs Java 17 or later: install ${PACKAGE} (Debian, Ubuntu) or any JRE, or set JAVA_HOME`,
  );
}

function runs(command: string): boolean {
  return spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0;
}

function installed(): boolean {
  console.error(`No Java here: installing ${PACKAGE} with apt-get (once; it takes about a minute).`);
  const apt = (...words: string[]): number | null =>
    spawnSync('apt-get', words, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status;
  apt('update');
  return apt('install', '--yes', '--no-install-recommends', PACKAGE) === 0 && runs('java');
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = 'default-jre-headless';

/** What the search for Java may ask of the machine. */
export interface Machine {
  readonly javaHome: string | undefined;
  /** Whether a command starts Java. */
  runs(command: string): boolean;
  /** Installs the package, if that plainly can be done here; says whether Java is there now. */
  install(): boolean;
}

/**
 * Finds Java, which DynamoDB Local runs on: `JAVA_HOME`, else the `PATH`. Where it is missing and
 * plainly can be installed (Debian, as root) it is, and one line says so.
 *
 * @param machine what to ask; the machine this runs on, unless a test says otherwise
 * @returns the command that starts Java
 * @throws saying what to install, when there is none
 */
export function findJava(machine: Machine = thisMachine): string {
  const home = machine.javaHome === undefined ? [] : [path.join(machine.javaHome, 'bin', 'java')];
  const found = [...home, 'java'].find(machine.runs);
  if (found !== undefined) return found;
  if (machine.install()) return 'java';
  throw new Error(
    `DynamoDB Local needs Java 17 or later: install ${PACKAGE} (Debian, Ubuntu) or any JRE, or set JAVA_HOME`,
  );
}

const thisMachine: Machine = {
  javaHome: process.env['JAVA_HOME'],
  runs,
  install() {
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
    console.error(`No Java here: installing ${PACKAGE} with apt-get (once; it takes about a minute).`);
    apt('update');
    return apt('install', '--yes', '--no-install-recommends', PACKAGE) && runs('java');
  },
};

function runs(command: string): boolean {
  return spawnSync(command, ['-version'], { stdio: 'ignore' }).status === 0;
}

function apt(...words: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', words, { stdio: 'ignore', env }).status === 0;
}

import { describe, expect, it } from 'vitest';
import { findJava } from '../../java.ts';

const machine = (installed: readonly string[], javaHome?: string, installs = false) => ({
  javaHome,
  runs: (command: string) => installed.includes(command),
  install: () => installs,
});

describe('Java', () => {
  it('is that of JAVA_HOME, else that on the PATH', () => {
    expect(findJava(machine(['java', '/opt/jdk/bin/java'], '/opt/jdk'))).toBe('/opt/jdk/bin/java');
    expect(findJava(machine(['java'], '/opt/gone'))).toBe('java');
    expect(findJava(machine(['java']))).toBe('java');
  });

  it('is installed where that can be done', () => {
    expect(findJava(machine([], undefined, true))).toBe('java');
  });

  it('is asked for where it cannot', () => {
    expect(() => findJava(machine([]))).toThrow(/install default-jre-headless/);
  });
});

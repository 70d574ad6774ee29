import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionsFolder } from './load-mutated.ts';
import { mutated } from './mutant.ts';
import { mutants } from './mutants.ts';

describe('the list of mutants', () => {
  it.each(mutants)('$name: $breaks', mutant => {
    const text = readFileSync(path.join(functionsFolder, mutant.file), 'utf8');
    const edited = mutated(text, mutant);
    expect(edited).not.toBe(text);
    expect(() => stripTypeScriptTypes(edited)).not.toThrow();
  });

  it('has at least sixty, each under a name of its own, most of which break something', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.filter(({ equivalent }) => equivalent === undefined).length).toBeGreaterThanOrEqual(60);
  });
});

import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, it } from 'vitest';
import { placeOf, textOf } from './mutant.ts';
import { mutants } from './mutants.ts';

describe('the list of mutants', () => {
  it.each(mutants)('$name: $breaks', mutant => {
    expect(textOf(mutant)).not.toBe(readFileSync(placeOf(mutant), 'utf8'));
    expect(() => stripTypeScriptTypes(textOf(mutant))).not.toThrow();
  });

  it('has at least sixty, each under a name of its own, most of which break something', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.filter(({ equivalent }) => equivalent === undefined).length).toBeGreaterThanOrEqual(60);
  });
});

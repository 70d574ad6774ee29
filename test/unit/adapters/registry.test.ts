import { expect, it } from 'vitest';
import { adapters, checked } from '../../../functions/adapters/registry.ts';
import { systemNameSchema } from '../../../schemas/reference.ts';

it('refuses a system with the name under which officers speak', () => {
  const [adapter] = adapters;
  if (adapter === undefined) throw new Error('no adapter is registered');
  const officers = {
    ...adapter,
    manifest: { ...adapter.manifest, system: systemNameSchema.parse('officers') },
  };
  expect(() => checked([...adapters, officers])).toThrow(/No system can be called officers/);
  expect(checked(adapters)).toBe(adapters);
});

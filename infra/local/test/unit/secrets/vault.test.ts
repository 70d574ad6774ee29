import { describe, expect, it } from 'vitest';
import type { Generation, SecretPlan } from '../../../plan/secrets.ts';
import { fillVault } from '../../../secrets/vault.ts';

const created = new Date('2026-01-01T00:00:00Z');
const generate: Generation = {
  PasswordLength: 40,
  ExcludeCharacters: 'aeiou',
  ExcludePunctuation: true,
  GenerateStringKey: undefined,
  SecretStringTemplate: undefined,
};

const plan = (given: Partial<SecretPlan>): SecretPlan => ({
  logicalId: 'Webhook1',
  name: 'webhook',
  arn: 'arn:webhook',
  value: undefined,
  generate: undefined,
  ...given,
});

const read = (secret: SecretPlan, supplied: Record<string, string> = {}, SecretId = 'webhook') =>
  fillVault([secret], supplied, created).getSecretValue({ SecretId })?.['SecretString'];

describe('a secret', () => {
  it('has the value supplied for its name or logical id, before any other', () => {
    expect(read(plan({ value: 'template' }), { webhook: 'mine' })).toBe('mine');
    expect(read(plan({ generate }), { Webhook1: 'mine' })).toBe('mine');
    expect(read(plan({ logicalId: 'WebhookAB12CD34' }), { Webhook: 'mine' })).toBe('mine');
  });

  it('has the template’s value', () => {
    expect(read(plan({ value: 'template' }), {}, 'arn:webhook')).toBe('template');
  });

  it('is made up as the template says', () => {
    expect(read(plan({ generate }))).toMatch(/^[^\W_aeiou]{40}$/);
    const keyed = { ...generate, GenerateStringKey: 'key', SecretStringTemplate: '{"url":"u"}' };
    expect(JSON.parse(String(read(plan({ generate: keyed }))))).toEqual({
      url: 'u',
      key: expect.stringMatching(/^.{40}$/),
    });
  });

  it('may be given another value', () => {
    const vault = fillVault([plan({ value: 'old' })], {}, created);
    expect(vault.putSecretValue({ SecretId: 'arn:webhook', SecretString: 'new' })).toMatchObject({
      Name: 'webhook',
    });
    expect(vault.getSecretValue({ SecretId: 'webhook' })).toMatchObject({ SecretString: 'new' });
    expect(vault.putSecretValue({ SecretId: 'other', SecretString: 'new' })).toBeUndefined();
  });

  it('is unknown by any other name', () => {
    expect(read(plan({ value: 'x' }), {}, 'other')).toBeUndefined();
  });

  it('must have a value, and a value must have its secret', () => {
    expect(() => read(plan({}))).toThrow(/Webhook1 has no value/);
    expect(() => read(plan({ value: 'x' }), { other: 'y' })).toThrow(/no secret is called other/);
  });
});

import { readFileSync } from 'node:fs';
import spectralCore, { type RulesetDefinition } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { describe, expect, it } from 'vitest';

const spectral = new spectralCore.Spectral();
spectral.setRuleset({
  // Its types are of an older version of the same package.
  extends: [[oas as unknown as RulesetDefinition, 'all']],
  rules: {
    // The API is the landlord’s own: whom to ask about it is not for this document to say.
    'info-contact': 'off',
    // The licence is named by its SPDX identifier, which OpenAPI 3.1 has instead of an address.
    'license-url': 'off',
  },
});
const text = readFileSync(new URL('../../functions/openapi.json', import.meta.url), 'utf8');

async function faults(document: object): Promise<string[]> {
  const found = await spectral.run(document as Record<string, unknown>);
  return found.map(({ code, message, path }) => `${code} at ${path.join('.')}: ${message}`);
}

describe('the description of the API, by every rule of Spectral’s ruleset for OpenAPI', () => {
  it('has no fault, not even a warning', async () => {
    expect(await faults(JSON.parse(text))).toEqual([]);
  });

  it('would have one for an example that its schema refuses', async () => {
    const document = JSON.parse(text);
    const { content } = document.paths['/v1/flags'].get.responses['200'];
    content['application/json'].example.at = 5;
    expect(await faults(document)).toEqual([expect.stringContaining('oas3-valid-media-example')]);
  });

  it('would have one for an operation without a name, and for a scope that no scheme has', async () => {
    const document = JSON.parse(text);
    const { get } = document.paths['/v1/flags'];
    delete get.operationId;
    get.security = [{ officer: ['lintel/everything'] }];
    expect(await faults(document)).toEqual([
      expect.stringContaining('operation-operationId'),
      expect.stringContaining('oas3-operation-security-defined'),
    ]);
  });
});

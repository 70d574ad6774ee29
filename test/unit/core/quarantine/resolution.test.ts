import { describe, expect, it } from 'vitest';
import { decide, type ResolutionRequest } from '../../../../functions/core/quarantine/resolution.ts';

const asked = (key: string, fingerprint: string): { request: ResolutionRequest } => ({
  request: { key, fingerprint },
});
const [first, second] = [asked('k-1', 'this home'), asked('k-2', 'that home')];

describe('a request to resolve something in quarantine', () => {
  it('is new while it waits, also after it came back', () => {
    expect(decide({ state: 'waiting', resolutions: [] }, first.request)).toEqual({ is: 'new' });
    expect(decide({ state: 'waiting', resolutions: [first] }, second.request)).toEqual({ is: 'new' });
  });

  it('has the same answer by its key, at any time', () => {
    for (const state of ['waiting', 'resolved'])
      expect(decide({ state, resolutions: [first, second] }, first.request)).toEqual({
        is: 'repeated',
        resolution: first,
      });
  });

  it('is a conflict by a key that said something else', () => {
    expect(decide({ state: 'waiting', resolutions: [first] }, asked('k-1', 'that home').request)).toEqual({
      is: 'conflict',
    });
  });

  it('has the same answer in the same words while the latest resolution stands, and is a conflict in others', () => {
    const resolved = { state: 'resolved', resolutions: [first, second] };
    expect(decide(resolved, asked('k-3', 'that home').request)).toEqual({
      is: 'repeated',
      resolution: second,
    });
    expect(decide(resolved, asked('k-3', 'this home').request)).toEqual({ is: 'conflict' });
  });

  it('is a conflict where the hub resolved it by itself', () => {
    expect(decide({ state: 'resolved', resolutions: [{}] }, first.request)).toEqual({ is: 'conflict' });
  });
});

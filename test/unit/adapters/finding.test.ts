import { describe, expect, it } from 'vitest';
import { finding, remark } from '../../../functions/adapters/kit/finding.ts';

const text = 'Ceiling dry';

describe('a field for what was found', () => {
  it('is a finding unless its vendor says that it is about people', () => {
    expect(finding(text, undefined)).toEqual({ text, classification: 'personal', finding: true });
    expect(finding(text, 'home')).toEqual({ text, classification: 'personal', finding: true });
    expect(finding(text, 'people')).toEqual({ text, classification: 'personal' });
    expect(finding(text, 'people', 'special-category')).toEqual({ text, classification: 'special-category' });
  });

  it.each(['Locks to be changed after domestic violence', 'IDVA present', 'see DASH risk assessment'])(
    'is none where it says: %s',
    words => {
      expect(finding(words, 'home')).toEqual({ text: words, classification: 'special-category' });
    },
  );
});

it('a field for what somebody said is a finding only where its vendor says so', () => {
  expect(remark(text, undefined)).toEqual({ text, classification: 'personal' });
  expect(remark(text, undefined, 'special-category')).toEqual({ text, classification: 'special-category' });
  expect(remark(text, 'home')).toEqual({ text, classification: 'personal', finding: true });
});

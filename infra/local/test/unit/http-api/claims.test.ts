import { expect, it } from 'vitest';
import { textClaims } from '../../../http-api/claims.ts';

it('makes text of every claim, as API Gateway does', () => {
  const claims = {
    sub: 'pat',
    exp: 1740820087,
    admin: true,
    teams: ['repairs', 'leaks'],
    at: { home: 1 },
    none: null,
  };
  expect(textClaims(claims)).toEqual({
    sub: 'pat',
    exp: '1740820087',
    admin: 'true',
    teams: '[repairs leaks]',
    at: '{"home":1}',
  });
});

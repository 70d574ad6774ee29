import { expect, it } from 'vitest';
import { claimNamesIn, claimNamesSetting } from '../../../../functions/shell/http/claim-names.ts';

it('reads what the issuer’s names mean, and none where nothing is said', () => {
  expect([...claimNamesIn(' A.Role=surveyor  /lintel/x=lintel/read ')]).toEqual([
    ['A.Role', 'surveyor'],
    ['/lintel/x', 'lintel/read'],
  ]);
  expect(claimNamesSetting.parse(undefined).size).toBe(0);
});

it.each(['surveyor', '=surveyor', 'A=', 'CN=a,OU=b=surveyor', 'A=surveyor A=manager'])(
  'refuses %j: nobody could say what it means',
  text => expect(() => claimNamesIn(text)).toThrow(RangeError),
);

import { expect, it } from 'vitest';
import type { Shown } from '../../../../functions/core/views/disclosure.ts';
import { refuseUndeclared } from '../../../../functions/shell/http/undeclared.ts';
import { printedBy } from '../../../support/log-lines/printed.ts';

const endpoint = { endpoint: 'GET /v1/persons/{ref}/access', discloses: ['name'] } as const;
const about = 'person/tenancy:mrs-a';
const named = { household: [{ name: 'Ada Example' }] };

const check = (shown: Shown<object>) => () => refuseUndeclared(endpoint, shown);

it('a name that is disclosed goes out', () => {
  expect(check({ answer: named, disclosed: [{ about, detail: 'name' }] })).not.toThrow();
});

it('a name that nothing discloses does not go out, and the error says what to do', async () => {
  const printed = await printedBy(async () =>
    expect(check({ answer: named, disclosed: [] })).toThrow(
      "GET /v1/persons/{ref}/access: say in disclosed of whom it shows 'name'",
    ),
  );
  expect(printed).toMatchObject([{ code: 'answer-not-declared', endpoint: endpoint.endpoint }]);
});

it('a detail that the endpoint does not declare does not go out', () => {
  const shown: Shown<object> = { answer: {}, disclosed: [{ about, detail: 'flag-basis' }] };
  expect(check(shown)).toThrow("add 'flag-basis' to its discloses");
});

it('what systems said is judged where it is made ready, not by its names', () => {
  const answer = { entries: [{ data: { name: 'photo.jpg' } }], name: undefined };
  expect(check({ answer, disclosed: [] })).not.toThrow();
});

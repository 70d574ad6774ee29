import { expect, it } from 'vitest';
import { leaks } from '../../../../functions/adapters/systems.ts';
import { translate } from '../../../../functions/intake/item/translate.ts';

const row = { Date: '02/06/2025', Block: 'Larch Ho', Flat: '4', 'What happened': 'Leak reported' };

it.each([
  [{ ...row, Notes: 'It cost \ufffd5' }, ['/Notes']],
  [{ ...row, Block: 'St John\ufffds', Notes: 'caf\ufffd' }, ['/Block', '/Notes']],
])('a text that lost a character on its way is refused, and where is said: %j', (item, paths) => {
  const result = translate({ row: 1, item }, leaks);
  expect('problems' in result && result.problems?.map(({ path }) => path)).toEqual(paths);
});

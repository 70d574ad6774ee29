import { inFile } from '../mutant.ts';

/** What is said of people, and its keys. */
export const texts = [
  ...inFile('intake/item/receive-items.ts', [
    {
      name: 'told in clear',
      find: 'await publish(await encrypt(accepted.flatMap(({ events }) => events)))',
      replace: 'await publish(accepted.flatMap(({ events }) => events))',
      breaks: 'What a system says of people is in the archive in clear, for good.',
    },
  ]),
  ...inFile('officers/decisions/commit-decided.ts', [
    {
      name: 'decided in clear',
      find: '    return encrypted;',
      replace: '    return encrypted === undefined ? encrypted : event;',
      breaks: 'Why an officer decided is kept in clear.',
    },
  ]),
  ...inFile('shell/tables/keys/key-maker.ts', [
    {
      name: 'key put over another',
      find: "      ? { ConditionExpression: 'attribute_not_exists(pk)' }",
      replace: '      ? {}',
      breaks: 'Two meet somebody at once, and what the first of them encrypted can be read by nobody.',
    },
  ]),
];

import { inFile } from '../mutant.ts';

/** What compares systems with what they are owed, and has them sent what they lack. */
export const drift = [
  ...inFile('core/delivery/held.ts', [
    {
      name: 'clearance taken for a flag',
      find: " || acknowledgedState === 'cleared')",
      replace: ')',
      breaks: 'A system that took a clearance counts as showing the flag.',
    },
  ]),
  ...inFile('core/delivery/drift.ts', [
    {
      name: 'older version is as good',
      find: "  if (held.version < version) return { kind: 'stale', id, flag, held };\n",
      replace: '',
      breaks: 'A system that shows an old version counts as right.',
    },
    {
      name: 'what nobody owes it is overlooked',
      find: 'if (!met.has(id)) yield',
      replace: 'if (!met.has(id) && met.size < 0) yield',
      breaks: 'A flag that a system should no longer show is never found.',
    },
  ]),
  ...inFile('core/delivery/reported-set.ts', [
    {
      name: 'what a system has lost is not believed',
      find: 'if (!reported.flags.has(id) && heldBy(before) !== undefined) yield',
      replace: 'if (!reported.flags.has(id) && heldBy(before) === undefined) yield',
      breaks: 'A system that says that it has lost a flag is not believed.',
    },
    {
      name: 'what a system has is not believed',
      find: 'before === undefined || heldBy(before)?.version !== version',
      replace: 'before === undefined',
      breaks: 'A system that says that it holds another version is not believed.',
    },
  ]),
  ...inFile('delivery/drift/examine.ts', [
    {
      name: 'index believed about extras',
      find: 'one => one.id === id && isOwed(one, team)',
      replace: 'one => one.id === id && isOwed(one, team) && one.version < 0',
      breaks: 'A flag that an index does not show yet is cleared in a system while it stands.',
    },
    {
      name: 'stale ones are not sent',
      find: 'return lacking(finding.kind, finding.flag);',
      replace: "return finding.kind === 'stale' ? 'same' : lacking(finding.kind, finding.flag);",
      breaks: 'A system with an old version is not sent the new one again.',
    },
  ]),
  ...inFile('delivery/drift/resend.ts', [
    {
      name: 'sent again and taken for known',
      find: '  if (receipt?.version === event.data.flag.version) await writer.lose(id, event.data.flag.version);\n',
      replace: '',
      breaks: 'What is sent again under the same version is dropped as known.',
    },
    {
      name: 'need to know not asked when sending again',
      find: 'event === undefined || announcementFor(team, event) === undefined',
      replace: 'event === undefined',
      breaks: 'Sending again puts into a system’s queue what its team may not know of.',
      equivalent:
        'What a system is owed is compared by need to know already, and its function asks once more.',
    },
    {
      name: 'first of a chunk sent again',
      find: 'chunk.map(sendOne)',
      replace: 'chunk.slice(0, 1).map(sendOne)',
      breaks: 'Of what a system lacks only the first is sent again.',
    },
  ]),
  ...inFile('delivery/drift/catch-up.ts', [
    {
      name: 'behind for ever',
      find: 'const limit = isOld ? 0 : mostAgain(await deps.circuit(), at);',
      replace: 'const limit = isOld ? 0 : 0;',
      breaks: 'A system that lacks something is never sent it again by itself.',
    },
  ]),
  ...inFile('shell/tables/deliveries/holdings-writer.ts', [
    {
      name: 'old word over a newer one',
      find: "    ].join(' AND '),",
      replace: "    ].join(' AND ') + ' OR attribute_exists(pk)',",
      breaks: 'What a system said of its whole set overwrites what it took meanwhile.',
      equivalent:
        'A set that was longer on its way does the same: what the system then seems to lack is sent again. The integration tests hold the guard.',
    },
    {
      name: 'cleared by its word and forgotten',
      find: "return state === 'cleared' ? keep(row, before, { version, state, at }) : forget(row, before);",
      replace:
        "return state === 'cleared' ? keep(row, before, { version, state: 'in-force', at }) : forget(row, before);",
      breaks: 'A system that says it shows a cleared flag no more counts as showing it.',
    },
  ]),
  ...inFile('shell/tables/deliveries/holdings-reader.ts', [
    {
      name: 'first page of holdings',
      find: '    for (const item of Items) {',
      replace: '    if (receipts.size > 0) break;\n    for (const item of Items) {',
      breaks: 'Drift is measured by the first page of what a system holds.',
    },
  ]),
  ...inFile('shell/tables/records/flagged-reader.ts', [
    {
      name: 'first page of flags',
      find: '      for (const item of Items)\n        yield* ',
      replace: '      for (const item of Items.slice(0, 1))\n        yield* ',
      breaks: 'Drift is measured by some of the flags that live.',
    },
  ]),
];

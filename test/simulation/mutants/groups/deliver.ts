import { inFile } from '../mutant.ts';

/** What sends each version to a system once it is due, and never an older one after it. */
export const deliver = [
  ...inFile('shell/tables/deliveries/deliveries-store.ts', [
    {
      name: 'lease ignored',
      find: '(attribute_not_exists(#lease) OR #lease.#until <= :at)',
      replace: '(attribute_not_exists(#lease) OR #lease.#until <= :at OR attribute_exists(#lease))',
      breaks: 'Two versions are under way at once, and the older may arrive last.',
    },
    {
      name: 'lease for ever',
      find: 'OR #lease.#until <= :at)`',
      replace: 'OR (#lease.#until <= :at AND attribute_not_exists(pk)))`',
      breaks: 'A flag whose delivery was killed is never delivered again.',
    },
    {
      name: 'lease of somebody else ended',
      find: 'AND #lease.#token = :token`',
      replace: 'AND (#lease.#token = :token OR attribute_exists(pk))`',
      breaks: 'Whoever lost the lease writes that its version was sent.',
      equivalent:
        'A function’s time is over half a minute before its lease: it shows only where clocks differ by more, as in the model `delivery` (NO_TOKEN).',
    },
    {
      name: 'older version sent',
      find: 'OR #version < :version OR',
      replace: 'OR #version <> :version OR',
      breaks: 'An older version is sent after a newer one.',
    },
    {
      name: 'older version after a receipt',
      find: 'OR #lease.#version <= :version OR',
      replace: 'OR attribute_exists(#lease) OR #lease.#version <= :version OR',
      breaks:
        'What a system took, and of which it was not written that it was sent, is followed by an older version.',
    },
    {
      name: 'version that was sent is sent again',
      find: 'OR #version < :version OR',
      replace: 'OR #version <= :version OR',
      breaks: 'A message that comes twice is sent twice.',
      equivalent: 'A system is told at least once: the same version says the same.',
    },
    {
      name: 'lost version counts as told',
      find: '(version === lease.version && lost === undefined)',
      replace: 'version === lease.version',
      breaks: 'A version that is to be sent again is dropped while another holds the lease.',
      equivalent: 'The system still lacks it, and is sent it again by the catch-up within the hour.',
    },
    {
      name: 'lost version stays told',
      find: 'OR (#version = :version AND lost = :lost))',
      replace: 'OR (#version = :version AND lost = :lost AND attribute_not_exists(pk)))',
      breaks: 'What a system has lost can never be sent again under the same version.',
    },
    {
      name: 'receipt of what was never sent',
      find: '} = :version AND (',
      replace: '} = :version OR attribute_exists(pk) AND (',
      breaks: 'A system is believed that it has a version which nobody sent it.',
    },
    {
      name: 'early receipt refused',
      find: ": await update(flag, acknowledging(version, at, '#lease.#state'));",
      replace: ': sent;',
      breaks: 'A receipt that comes before it is written that the version was sent is lost.',
    },
    {
      name: 'lease stays after sending',
      find: "'toldFrom = if_not_exists(toldFrom, :sentAt) REMOVE #lease, lost'",
      replace: "'toldFrom = if_not_exists(toldFrom, :sentAt) REMOVE lost'",
      breaks: 'The next version waits until the lease is over.',
      equivalent: 'A lease is over after a minute by itself, and what waits is tried again.',
    },
  ]),
  ...inFile('delivery/deliver/deliver-flag.ts', [
    {
      name: 'lease of no time',
      find: 'const leaseSeconds = 60;',
      replace: 'const leaseSeconds = 0;',
      breaks: 'A lease is over as soon as it is taken.',
    },
    {
      name: 'receipt before sending',
      find: '  const outcome = await sendNow(',
      replace:
        '  await noteSent(deps, event, lease, { eventId: announced.id, sentAt: now(), acknowledged: true });\n  const outcome = await sendNow(',
      breaks: 'A delivery that is killed or fails counts as sent.',
    },
    {
      name: 'lost lease overlooked',
      find: 'if (await noteSent(deps, event, lease, sent)) {',
      replace: "if ((await noteSent(deps, event, lease, sent)) || outcome.kind === 'taken') {",
      breaks: 'A version that may have been overtaken by an older one is not sent again.',
      equivalent:
        'A function’s time is over half a minute before its lease: nobody loses one but where clocks differ by more.',
    },
    {
      name: 'lease kept after a failure',
      find: "  if (!(outcome.kind === 'later' && outcome.unanswered)) await deliveries.abandon(flag, lease);\n",
      replace: '',
      breaks: 'After a failure the flag waits until the lease is over.',
      equivalent: 'A lease is over after a minute by itself, and what failed is tried again.',
    },
    {
      name: 'lease given up without an answer',
      find: "if (!(outcome.kind === 'later' && outcome.unanswered)) await",
      replace: 'await',
      breaks: 'What a slow system takes after all overwrites a later version that it took before.',
    },
    {
      name: 'lease given up where it was not written',
      find: 'await noteSent(deps, event, lease, sent)',
      replace:
        'await noteSent(deps, event, lease, sent).catch(async (error: unknown) => {\n      await deliveries.abandon(flag, lease);\n      throw error;\n    })',
      breaks: 'The receipt of what was sent and not written as sent is thrown away.',
    },
    {
      name: 'clearance noted as in force',
      find: "=== 'housing.flag.cleared.v1' ? 'cleared' : 'in-force'",
      replace: "=== 'housing.flag.cleared.v1' ? 'in-force' : 'in-force'",
      breaks: 'The hub believes that a system shows what it has cleared.',
    },
    {
      name: 'need to know not asked',
      find: 'const allowed = announcementFor(adapter.manifest.team, announced);',
      replace: 'const allowed = announcementFor(adapter.manifest.team, announced) ?? announced;',
      breaks: 'A system is sent what its team may not know of.',
      equivalent: 'The rule of its queue and the resending keep that back before it comes here.',
    },
  ]),
  ...inFile('delivery/deliver/send.ts', [
    {
      name: 'lease of an inbox given up without an answer',
      find: ', unanswered: true };',
      replace: ' };',
      breaks: 'The receipt of what lies in the inbox, though the hub had no answer, is thrown away.',
    },
  ]),
  ...inFile('delivery/deliver/deliver.ts', [
    {
      name: 'failed delivery done',
      find: "return { kind: 'later', reason: errorName(error) };",
      replace: "return { kind: 'done' };",
      breaks: 'A delivery that fails on the hub’s own side is dropped.',
    },
    {
      name: 'later versions do not wait',
      find: 'waiting ?? (await attempt(deps, message, invocation))',
      replace: 'await attempt(deps, message, invocation)',
      breaks: 'A later version goes before one that is to be tried again.',
      equivalent: 'The row has the later version then, and the earlier one counts as told.',
    },
  ]),
  ...inFile('delivery/deliver/apply-outcome.ts', [
    {
      name: 'put off and acknowledged',
      find: '  return false;\n}',
      replace: '  return true;\n}',
      breaks: 'What is to be tried later is never tried.',
    },
    {
      name: 'refused and thrown away',
      find: 'await deps.handBack.deadLetter(record,',
      replace: "if (record.body === '') await deps.handBack.deadLetter(record,",
      breaks: 'What a system refuses is gone without a dead letter or an alarm.',
    },
    {
      name: 'what the relay says again is tried once too',
      find: "outcome.kind === 'done' || message.isAtOnce",
      replace: "outcome.kind === 'done' || message.event !== undefined",
      breaks: 'What a system does not take is neither tried again nor a dead letter.',
    },
    {
      name: 'given up untried',
      find: 'outcome.untried !== true && isGivenUp(since, at)',
      replace: 'isGivenUp(since, at)',
      breaks: 'Messages become dead letters that nobody tried to deliver.',
    },
  ]),
];

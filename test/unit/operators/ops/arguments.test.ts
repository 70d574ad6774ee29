import { describe, expect, it } from 'vitest';
import { readArguments, UsageError } from '../../../../functions/operators/ops/arguments.ts';

const read = (line: string) => readArguments(line.split(' ').filter(word => word !== ''));

describe('a command line', () => {
  it.each([
    [
      'unknown-fields --system repairs --local',
      { command: 'unknown-fields', hub: 'local', system: 'repairs' },
    ],
    ['dead-letters --local', { command: 'dead-letters', hub: 'local', showPayload: false, limit: 20 }],
    [
      'dead-letters --stack Lintel-prod --show-payload --limit 5',
      { command: 'dead-letters', hub: { stack: 'Lintel-prod' }, showPayload: true, limit: 5 },
    ],
    ['redrive --local', { command: 'redrive', hub: 'local', queue: undefined }],
    [
      'webhook repairs --url https://r.example/f --local',
      { command: 'webhook', hub: 'local', system: 'repairs', url: 'https://r.example/f' },
    ],
    ['webhook repairs --add-key --local', { system: 'repairs', keys: 'add' }],
    ['webhook repairs --drop-old-keys --local', { system: 'repairs', keys: 'drop-old' }],
    ['resend repairs --local', { command: 'resend', hub: 'local', system: 'repairs' }],
    ['audit-verify seals.jsonl --local', { command: 'audit-verify', hub: 'local', file: 'seals.jsonl' }],
    ['redrive records --local', { command: 'redrive', hub: 'local', queue: 'records' }],
    [
      'show 200000471104 EVENT#2026-03 --show-payload --local',
      { command: 'show', subject: 'property/200000471104', beginning: 'EVENT#2026-03', showPayload: true },
    ],
    ['show tenancy:45c76564 --local', { subject: 'person/tenancy:45c76564', beginning: 'RECORD' }],
    [
      'replay --from 2026-07-01 --to 2026-07-02T09:30 --local',
      { command: 'replay', hub: 'local', from: '2026-06-30T23:00:00.000Z', to: '2026-07-02T08:30:00.000Z' },
    ],
    [
      'replay --from 2026-07-01T00:00:00+02:00 --local',
      { command: 'replay', hub: 'local', from: '2026-06-30T22:00:00.000Z', to: undefined },
    ],
    [
      'rebuild 000200000471104 --local',
      {
        command: 'rebuild',
        hub: 'local',
        subject: 'property/200000471104',
        from: 'timeline',
        swap: false,
        announce: false,
        showPayload: false,
      },
    ],
    [
      'rebuild tenancy:45c76564 --from archive --swap --announce --local',
      { subject: 'person/tenancy:45c76564', from: 'archive', swap: true, announce: true },
    ],
    ['rebuild --all --stack Lintel-dev', { subject: 'all', hub: { stack: 'Lintel-dev' } }],
    ['', { command: 'help' }],
    ['--help', { command: 'help' }],
    ['redrive -h', { command: 'help' }],
    ['rebuild --all --help', { command: 'help' }],
  ])('%s', (line, request) => {
    expect(read(line)).toMatchObject(request);
  });

  it.each([
    ['explode', /no command explode/],
    ['webhook --local', /Give the system whose webhook is meant/],
    ['webhook repairs --add-key --drop-old-keys --local', /Add a key first/],
    ['dead-letters', /Say which hub/],
    ['dead-letters --local --stack x', /Say which hub/],
    ['dead-letters --local --limit 0', /--limit 0 is no number of messages/],
    ['dead-letters --local --limit none', /--limit none is no number of messages/],
    ['dead-letters --local --loud', /Unknown option '--loud'/],
    ['dead-letters records --local', /records is one word too many/],
    ['redrive one two --local', /two is one word too many/],
    ['resend --local', /Give the system/],
    ['replay --local', /Give --from/],
    ['replay --local --from soon', /--from soon is no moment/],
    ['replay --local --from 2026-02-30', /--from 2026-02-30 is no moment/],
    ['replay --local --from 2026-03-02 --to 2026-03-01', /--to is not after --from/],
    ['rebuild --local', /one UPRN or person, or --all/],
    ['rebuild 1 --all --local', /one UPRN or person, or --all/],
    ['rebuild Flat-4 --local', /Flat-4 is neither a UPRN nor a person/],
    ['rebuild 1 --from backup --local', /--from is timeline/],
    ['rebuild 1 --announce --local', /--announce goes with --swap/],
  ])('%s is refused, saying why', (line, why) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(why);
  });
});

import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../../event-pattern/compile.ts';
import type { Json, JsonObject } from '../../../json.ts';

type Row = readonly [name: string, pattern: JsonObject, event: Json, matches: boolean];

/** The sample event of event-ruler's README. */
const instance = {
  version: '0',
  id: 'ddddd4-aaaa-7777-4444-345dd43cc333',
  'detail-type': 'EC2 Instance State-change Notification',
  source: 'aws.ec2',
  account: '012345679012',
  time: '2017-10-02T16:24:49Z',
  region: 'us-east-1',
  resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-000000aaaaaa00000'],
  detail: {
    'c-count': 5,
    'd-count': 3,
    'x-limit': 301.8,
    'source-ip': '10.0.0.33',
    'instance-id': 'i-000000aaaaaa00000',
    state: 'running',
  },
};

const employees = {
  employees: [
    { firstName: 'John', lastName: 'Doe' },
    { firstName: 'Anna', lastName: 'Smith' },
    { firstName: 'Peter', lastName: 'Jones' },
  ],
};

const detail = (pattern: Json): JsonObject => ({ detail: pattern });

const published: readonly Row[] = [
  [
    'exact values, an array by intersection, any of several values',
    {
      'detail-type': ['EC2 Instance State-change Notification'],
      resources: ['arn:aws:ec2:us-east-1:123456789012:instance/i-000000aaaaaa00000'],
      detail: { state: ['initializing', 'running'] },
    },
    instance,
    true,
  ],
  ['prefix', { time: [{ prefix: '2017-10-02' }] }, instance, true],
  ['prefix of another day', { time: [{ prefix: '2017-10-03' }] }, instance, false],
  ['prefix on a number', detail({ 'c-count': [{ prefix: '5' }] }), instance, false],
  ['suffix', { source: [{ suffix: 'ec2' }] }, instance, true],
  ['suffix that is a prefix', { source: [{ suffix: 'aws' }] }, instance, false],
  ['equals-ignore-case', { source: [{ 'equals-ignore-case': 'AWS.EC2' }] }, instance, true],
  ['equals-ignore-case of a part', { source: [{ 'equals-ignore-case': 'EC2' }] }, instance, false],
  ['prefix ignoring case', { source: [{ prefix: { 'equals-ignore-case': 'AWS.' } }] }, instance, true],
  ['suffix ignoring case', { source: [{ suffix: { 'equals-ignore-case': 'EC2' } }] }, instance, true],
  ['wildcard', { source: [{ wildcard: 'a*ec2' }] }, instance, true],
  ['wildcard, nothing between', { source: [{ wildcard: 'aws*.ec2' }] }, instance, true],
  ['wildcard that may not overlap', { source: [{ wildcard: 'aws.ec2*ec2' }] }, instance, false],
  ['wildcard in the middle', { region: [{ wildcard: '*-e*-*' }] }, instance, true],
  ['escaped asterisk is an asterisk', { a: [{ wildcard: 'x\\*y' }] }, { a: 'x*y' }, true],
  ['escaped asterisk is no wildcard', { a: [{ wildcard: 'x\\*y' }] }, { a: 'xzy' }, false],
  ['escaped backslash', { a: [{ wildcard: 'x\\\\*' }] }, { a: 'x\\y' }, true],
  ['anything-but a string', detail({ state: [{ 'anything-but': 'initializing' }] }), instance, true],
  ['anything-but the string it is', detail({ state: [{ 'anything-but': 'running' }] }), instance, false],
  ['anything-but a number', detail({ 'x-limit': [{ 'anything-but': 123 }] }), instance, true],
  ['anything-but strings', detail({ state: [{ 'anything-but': ['stopped', 'running'] }] }), instance, false],
  ['anything-but numbers', detail({ 'x-limit': [{ 'anything-but': [100, 200, 300] }] }), instance, true],
  ['anything-but a prefix', detail({ state: [{ 'anything-but': { prefix: 'init' } }] }), instance, true],
  ['anything-but its prefix', detail({ state: [{ 'anything-but': { prefix: 'run' } }] }), instance, false],
  [
    'anything-but prefixes',
    detail({ state: [{ 'anything-but': { prefix: ['x', 'run'] } }] }),
    instance,
    false,
  ],
  ['anything-but a suffix', detail({ state: [{ 'anything-but': { suffix: 'ing' } }] }), instance, false],
  ['anything-but a wildcard', detail({ state: [{ 'anything-but': { wildcard: 'r*g' } }] }), instance, false],
  [
    'anything-but, ignoring case',
    detail({ state: [{ 'anything-but': { 'equals-ignore-case': ['RUNNING'] } }] }),
    instance,
    false,
  ],
  ['anything-but needs the field', detail({ colour: [{ 'anything-but': 'red' }] }), instance, false],
  [
    'numeric ranges',
    detail({
      'c-count': [{ numeric: ['>', 0, '<=', 5] }],
      'd-count': [{ numeric: ['<', 10] }],
      'x-limit': [{ numeric: ['=', 3.018e2] }],
    }),
    instance,
    true,
  ],
  ['numeric, open bound', detail({ 'c-count': [{ numeric: ['>', 0, '<', 5] }] }), instance, false],
  ['numeric wants a JSON number', { a: [{ numeric: ['=', 5] }] }, { a: '5' }, false],
  ['cidr', detail({ 'source-ip': [{ cidr: '10.0.0.0/24' }] }), instance, true],
  ['cidr of another network', detail({ 'source-ip': [{ cidr: '10.0.1.0/24' }] }), instance, false],
  ['cidr of IPv6', { a: [{ cidr: '2001:db8::/32' }] }, { a: '2001:db8::7' }, true],
  ['cidr on something else', { a: [{ cidr: '10.0.0.0/8' }] }, { a: 'ten' }, false],
  ['exists', detail({ 'c-count': [{ exists: true }] }), instance, true],
  ['exists, absent', detail({ colour: [{ exists: true }] }), instance, false],
  ['exists false, absent', detail({ colour: [{ exists: false }] }), instance, true],
  ['exists false, present', detail({ 'c-count': [{ exists: false }] }), instance, false],
  [
    'exists false on an inner node',
    detail({ count: [{ exists: false }] }),
    { detail: { count: { c1: 100 } } },
    true,
  ],
  [
    'exists true on an inner node',
    detail({ count: [{ exists: true }] }),
    { detail: { count: { c1: 100 } } },
    false,
  ],
  ['absent or a value', { a: [{ exists: false }, 'x'] }, { a: 'x' }, true],
  ['absent or another value', { a: [{ exists: false }, 'x'] }, { a: 'y' }, false],
  ['null is a value', { a: [null] }, { a: null }, true],
  ['null is not absence', { a: [{ exists: false }] }, { a: null }, false],
  ['true is not "true"', { a: [true] }, { a: 'true' }, false],
  ['fields are joined by and', { source: ['aws.ec2'], region: ['eu-west-2'] }, instance, false],
  ['objects in an array', { employees: { firstName: ['Anna'] } }, employees, true],
  ['two fields of one element', { employees: { firstName: ['Anna'], lastName: ['Smith'] } }, employees, true],
  [
    'two fields of different elements',
    { employees: { firstName: ['Anna'], lastName: ['Jones'] } },
    employees,
    false,
  ],
  [
    'arrays of arrays',
    { employees: { firstName: ['Anna'], lastName: ['Jones'] } },
    { employees: [employees.employees.slice(0, 2), employees.employees.slice(2)] },
    false,
  ],
  [
    'dots in the pattern',
    { detail: { 'state.status': ['running'] } },
    { detail: { state: { status: 'running' } } },
    true,
  ],
  [
    'dots in the event',
    { detail: { state: { status: ['running'] } } },
    { detail: { 'state.status': 'running' } },
    true,
  ],
];

const or = {
  source: ['aws.cloudwatch'],
  $or: [
    { metricName: ['CPUUtilization', 'ReadLatency'] },
    {
      metricType: ['MetricType'],
      namespace: ['AWS/EC2', 'AWS/ES'],
      $or: [{ metricId: [1234] }, { spaceId: [1000] }],
    },
    { scope: ['Service'] },
  ],
};

const alternatives: readonly Row[] = [
  ['first alternative', or, { source: 'aws.cloudwatch', metricName: 'ReadLatency' }, true],
  [
    'an and inside',
    or,
    { source: 'aws.cloudwatch', metricType: 'MetricType', namespace: 'AWS/ES', spaceId: 1000 },
    true,
  ],
  [
    'an and inside, one short',
    or,
    { source: 'aws.cloudwatch', metricType: 'MetricType', namespace: 'AWS/ES' },
    false,
  ],
  ['none of them', or, { source: 'aws.cloudwatch', scope: 'Other' }, false],
  ['the rest of the pattern still counts', or, { source: 'aws.ec2', scope: 'Service' }, false],
  [
    'inside an object',
    { detail: { $or: [{ source: ['a'] }, { 'detail-type': ['b'] }] } },
    { detail: { 'detail-type': 'b' } },
    true,
  ],
];

describe('event patterns', () => {
  it.each(published)('%s', (_, pattern, event, matches) => {
    expect(compilePattern(pattern)(event)).toBe(matches);
  });

  it.each(alternatives)('$or: %s', (_, pattern, event, matches) => {
    expect(compilePattern(pattern)(event)).toBe(matches);
  });

  const refused: readonly (readonly [string, JsonObject, RegExp])[] = [
    [
      'an operator nobody knows',
      { detail: { a: [{ between: [1, 2] }] } },
      /detail\.a: unknown operator between/,
    ],
    ['an inherited name as operator', { a: [{ constructor: 'x' }] }, /unknown operator constructor/],
    ['two operators in one', { a: [{ prefix: 'x', suffix: 'y' }] }, /one operator only/],
    ['a value without a list', { a: 'x' }, /a: a field wants a list/],
    ['an empty list', { a: [] }, /a field wants a list/],
    ['an empty pattern', {}, /at least one field/],
    ['an empty object', { a: {} }, /empty object/],
    ['an $or of one', { $or: [{ a: ['x'] }] }, /two objects or more/],
    ['consecutive wildcards', { a: [{ wildcard: 'x**' }] }, /two \* in a row/],
    ['a wrong escape', { a: [{ wildcard: 'x\\y' }] }, /invalid escape/],
    ['a mixed anything-but', { a: [{ 'anything-but': ['x', 1] }] }, /anything-but wants only/],
    [
      'an anything-but of a range',
      { a: [{ 'anything-but': { numeric: ['=', 1] } }] },
      /does not take numeric/,
    ],
    ['numeric text', { a: [{ numeric: ['=', '5'] }] }, /cannot compare/],
    ['numeric out of range', { a: [{ numeric: ['>', 6e9] }] }, /cannot compare/],
    ['an empty range', { a: [{ numeric: ['>', 5, '<', 1] }] }, /lower bound below/],
    ['a network that is none', { a: [{ cidr: '10.0.0.0/33' }] }, /not a network/],
    ['exists of something', { a: [{ exists: 'yes' }] }, /true or false/],
    ['a prefix of a number', { a: [{ prefix: 5 }] }, /prefix wants a string/],
  ];

  it.each(refused)('refuses %s', (_, pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(message);
  });
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { CloudEvent, HTTP } from 'cloudevents';
import { describe, expect, test } from 'vitest';
import { cloudEvent } from '../../functions/delivery/deliver/cloud-event.ts';
import { hubFlagEvents } from '../../schemas/events/flag.ts';
import { flagDefinitions } from '../../schemas/flags.ts';
import { announcement, contextOf } from '../support/announcements.ts';

const home = '200000471104';
const context = contextOf('lifts', { [home]: 'LIFT-4' });
const actions = ['raised', 'changed', 'cleared'] as const;

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
for (const { type } of hubFlagEvents) {
  const file = new URL(`../../schemas/json/${type}.json`, import.meta.url);
  ajv.addSchema(JSON.parse(readFileSync(file, 'utf8')));
}

describe.each(actions)('a system without a format of its own, told of a flag that is %s', action => {
  test.each(flagDefinitions)('$code: reads a CloudEvent that its own schema describes', ({ code }) => {
    const { contentType, body } = cloudEvent(announcement(action, { code, places: [home] }), context);
    const read = HTTP.toEvent({ headers: { 'content-type': contentType }, body: JSON.stringify(body) });
    if (!(read instanceof CloudEvent)) throw new Error('one message is one event');
    expect(read.validate()).toBe(true);
    expect(read.toJSON()).toMatchObject({ specversion: '1.0', source: 'urn:lintel:hub' });
    const validate = ajv.getSchema(String(read.dataschema));
    expect(validate?.(body)).toBe(true);
    expect(read.data).toMatchObject({
      flag: { code, version: 3, places: [home] },
      references: [{ uprn: home, reference: 'LIFT-4' }],
    });
  });
});

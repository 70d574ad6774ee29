import { describe, expect, it } from 'vitest';
import { askedBy, officersEvent } from '../../../../functions/core/envelope/officers-event.ts';
import { eventContent } from '../../../../schemas/event-content.ts';
import { personSubject, propertySubject } from '../../../../schemas/reference.ts';
import { flat4, instant, mrB } from '../../../support/events.ts';
import { lindqvist } from '../../../support/flag-sayings.ts';

const at = instant('2025-06-02T09:00:00Z');
const asked = askedBy('j.lindqvist', 'key-1', { reason: 'Because.' });
const approved = eventContent('housing.flag.approved.v1', { code: 'asbestos', decidedBy: lindqvist });

describe('what an officer asks for', () => {
  it('is one event for each key of theirs', () => {
    const id = (officer: string, key: string) => askedBy(officer, key, {}).eventId;
    expect(id('a', '1')).toBe(id('a', '1'));
    expect(new Set([id('a', '1'), id('a', '2'), id('b', '1')]).size).toBe(3);
  });

  it('is the same again in the same words, whatever the key', () => {
    const content = (officer: string, words: object, key = '1') => askedBy(officer, key, words).content;
    expect(content('a', { x: 1, y: 2 }, '1')).toBe(content('a', { y: 2, x: 1 }, '2'));
    expect(new Set([content('a', { x: 1 }), content('a', { x: 2 }), content('b', { x: 1 })]).size).toBe(3);
  });
});

describe('what an officer says', () => {
  it.each([
    ['a home', propertySubject(flat4), 'home', flat4],
    ['a person', personSubject(mrB), 'person', mrB],
  ] as const)('of %s is about that alone, and bears the ids of the request', (_what, subject, role, key) => {
    const result = officersEvent(approved, subject, asked, at);
    expect(result.ok && result.event).toMatchObject({
      id: asked.eventId,
      correlationid: asked.content,
      causationid: asked.eventId,
      source: 'urn:lintel:system:officers',
      subject,
      partitionkey: key,
      time: at,
      recordedtime: at,
      timebasis: 'offset',
      data: { code: 'asbestos', subjects: [{ subject, role }] },
    });
  });
});

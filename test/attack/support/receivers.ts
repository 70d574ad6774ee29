import { Webhook } from 'standardwebhooks';
import type { Json } from './wire.ts';

/** A flag as a system shows it: the highest version that it was ever told, whatever came before or after. */
export interface Shown {
  version: number;
  active: boolean;
  /** The message without what says which announcement it was and when. */
  content: Json;
}

/** A team's system at the other end. */
export interface Receiver {
  /** By the reference that stays the same through every announcement of one flag. */
  readonly flags: ReadonlyMap<string, Shown>;
  /** Every message that came, in the order in which it came. */
  readonly heard: readonly { id: string; reference: string; version: number }[];
  take(id: string, body: string): void;
}

type Reader = (body: Json) => Shown & { reference: string };

/** How each system reads what it is sent. */
const readers: Readonly<Record<string, Reader>> = {
  repairs({ messageId: _id, eventTime: _time, noLongerAt: _left, action, version, ...content }) {
    return { reference: content.reference[0].id, version, active: action !== 'cleared', content };
  },
  tenancy({ eventData }) {
    const { version, noLongerAt: _left, ...content } = eventData.newData;
    return { reference: content.alertId, version, active: content.isActive, content };
  },
  leaks({ rows }) {
    const [{ Reference: reference, Version: version }] = rows;
    const standing = rows.filter(({ Action }: Json) => Action !== 'cleared');
    const content = standing.map(
      ({ Action: _action, Version: _version, 'Hub event': _id, ...row }: Json) => row,
    );
    return { reference, version, active: standing.length > 0, content };
  },
  complaints({ warning }) {
    const { action, version, noLongerAt: _left, hubEventId: _id, announcedAt: _at, ...content } = warning;
    return { reference: content.reference, version, active: action !== 'cleared', content };
  },
};

/** Makes the system of a team, which keeps the highest version of each flag. */
export function makeReceiver(system: string): Receiver {
  const read = readers[system];
  if (read === undefined) throw new Error(`Nobody knows how ${system} reads what it is sent`);
  const flags = new Map<string, Shown>();
  const heard: Receiver['heard'][number][] = [];
  return {
    flags,
    heard,
    take(id, text) {
      const { reference, ...shown } = read(JSON.parse(text));
      heard.push({ id, reference, version: shown.version });
      if (shown.version > (flags.get(reference)?.version ?? 0)) flags.set(reference, shown);
    },
  };
}

/** Whether a webhook's headers are a valid signature of its body, as Standard Webhooks 1.0 says. */
export function isSigned(headers: Headers, body: string, secret: string): boolean {
  const [id = '', at] = ['id', 'timestamp'].map(name => headers.get(`webhook-${name}`) ?? '');
  const expected = new Webhook(secret).sign(id, new Date(Number(at) * 1000), body);
  return headers.get('webhook-signature') === expected;
}

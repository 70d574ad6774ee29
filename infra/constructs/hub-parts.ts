import type { Bundles } from '../bundles.ts';
import type { Settings } from '../settings.ts';
import type { Alarms } from './alarms.ts';
import type { HubBus } from './hub-bus.ts';
import type { Storage } from './storage.ts';
import type { SystemShares } from './system-shares.ts';
import type { TicketBus } from './ticket-bus.ts';

/** What every part of the hub is built on. */
export interface HubParts {
  settings: Settings;
  bundles: Bundles;
  alarms: Alarms;
  storage: Storage;
  bus: HubBus;
  tickets: TicketBus;
}

/** What the parts of one system are built on. */
export interface SystemParts extends HubParts {
  /** How many of the system's functions may run at once, where that is bounded. */
  shares: SystemShares | undefined;
}

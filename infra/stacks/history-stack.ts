import type { App } from 'aws-cdk-lib';
import type { Bundles } from '../bundles.ts';
import { Moving } from '../constructs/moving.ts';
import type { Settings } from '../settings.ts';
import type { CoreStack } from './core-stack.ts';
import type { DataStack } from './data-stack.ts';
import { HubStack } from './hub-stack.ts';
import { stackNames } from './stack-name.ts';

export interface HistoryStackProps {
  settings: Settings;
  bundles: Bundles;
  data: DataStack;
  core: CoreStack;
}

/** What moves old events to where they cost little. No event waits for it: the stack of the hub has no room for it, nor needs it. */
export class HistoryStack extends HubStack {
  constructor(scope: App, { settings, bundles, data, core }: HistoryStackProps) {
    super(scope, stackNames.history(settings.stage), settings, 'old events on their way out of the table');
    const { storage, alarms } = data;
    // Whoever reads timelines knows where to look before anything moves.
    this.addStackDependency(core);
    new Moving(this, 'Moving', { settings, bundles, alarms, storage });
  }
}

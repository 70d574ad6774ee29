import type { App } from 'aws-cdk-lib';
import type { Bundles } from '../bundles.ts';
import { Announcing } from '../constructs/announcing.ts';
import { AuditSealing } from '../constructs/audit-sealing.ts';
import { Deciding } from '../constructs/deciding.ts';
import { Drift } from '../constructs/drift.ts';
import { HubApi } from '../constructs/hub-api.ts';
import type { HubParts } from '../constructs/hub-parts.ts';
import { outputDeadLetters } from '../constructs/operator-outputs.ts';
import { roleClaimParameter, tokenParameters } from '../constructs/parameters.ts';
import { Quarantine } from '../constructs/quarantine.ts';
import { ReadAudit } from '../constructs/read-audit.ts';
import { readingFunction } from '../constructs/reading.ts';
import { RecordKeeping } from '../constructs/record-keeping.ts';
import { TicketBus } from '../constructs/ticket-bus.ts';
import { Watching } from '../constructs/watching.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';
import { HubStack } from './hub-stack.ts';
import { stackNames } from './stack-name.ts';

export interface CoreStackProps {
  settings: Settings;
  bundles: Bundles;
  data: DataStack;
}

/** What is one for all systems: record, flags, quarantine, the API and what officers ask of it. It knows no system. */
export class CoreStack extends HubStack {
  readonly api: HubApi;
  readonly tickets: TicketBus;

  constructor(scope: App, { settings, bundles, data }: CoreStackProps) {
    super(scope, stackNames.core(settings.stage), settings, 'one record of every home, one set of flags');
    const tokens = tokenParameters(this, settings);
    const roleClaim = roleClaimParameter(this, settings);
    const { storage, bus, alarms, seals } = data;
    this.tickets = new TicketBus(this, 'Tickets');
    const parts: HubParts = { settings, bundles, alarms, storage, bus, tickets: this.tickets };
    const { ruleArn } = new RecordKeeping(this, 'Records', parts);
    new Watching(this, 'Watching', parts);
    new Announcing(this, 'Announcements', parts);
    const api = new HubApi(this, 'Api', { settings, tokens, alarms });
    this.api = api;
    const reader = readingFunction(this, 'Reader', { ...parts, api, roleClaim });
    new Deciding(this, 'Decisions', { ...parts, api, roleClaim });
    new ReadAudit(this, 'ReadAudit', { ...parts, api, roleClaim, reader });
    new AuditSealing(this, 'Sealing', { ...parts, seals });
    new Drift(this, 'Drift', { ...parts, api, roleClaim });
    new Quarantine(this, 'Quarantine', parts);
    this.exports(...api.shared, ...this.tickets.shared);
    this.outputs({ ApiUrl: api.url, RecordRuleArn: ruleArn });
    outputDeadLetters(this);
  }
}

import { Duration } from 'aws-cdk-lib';
import { CfnRule, EventBus, type EventPattern, Match, Rule } from 'aws-cdk-lib/aws-events';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { type SystemManifest, sayableAs } from '../../functions/adapters/contract.ts';
import { hubSource, systemSourcePrefix } from '../../schemas/envelope.ts';
import type { Settings } from '../settings.ts';
import { allow } from './allow.ts';
import type { Consumer } from './consumer.ts';

/** The bus that every event goes over, and the archive that keeps them for a replay. */
export class HubBus extends Construct {
  readonly bus: EventBus;
  readonly archiveArn: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    this.bus = new EventBus(this, 'Bus', {
      description: 'Lintel: events of a landlord’s systems and the hub',
    });
    const archive = this.bus.archive('Archive', {
      description: 'Every event of the hub, to rebuild records from',
      eventPattern: { source: Match.prefix('urn:lintel:') },
      retention: Duration.days(settings.archiveDays),
    });
    archive.applyRemovalPolicy(settings.removalPolicy);
    this.archiveArn = archive.archiveArn;
  }

  /** The permission of a system's functions to publish as that system, and only what its adapter can make. */
  publishAsSystem(manifest: SystemManifest): PolicyStatement {
    return this.publishTypes(sayableAs(manifest), `${systemSourcePrefix}${manifest.system}`);
  }

  /** The permission to publish on the bus as these sources, mostly one, and as no other. */
  publishAs(source: string, ...others: string[]): PolicyStatement {
    return allow('events', ['PutEvents'], [this.bus.eventBusArn], {
      StringEquals: { 'events:source': others.length === 0 ? source : [source, ...others] },
    });
  }

  /** The permission to publish these types alone, as the hub unless another source is named. */
  publishTypes(types: readonly string[], source: string = hubSource): PolicyStatement {
    return allow('events', ['PutEvents'], [this.bus.eventBusArn], {
      StringEquals: { 'events:source': source, 'events:detail-type': [...types] },
    });
  }

  /** Routes the events that match to a consumer's queue. */
  route(scope: Construct, id: string, pattern: EventPattern, consumer: Consumer): Rule {
    return routeTo(scope, id, { eventBus: this.bus, pattern, consumer });
  }
}

/** Routes what matches on a bus, the account's own when none is named, to a consumer's queue. */
export function routeTo(
  scope: Construct,
  id: string,
  { eventBus, pattern, consumer }: { eventBus?: EventBus; pattern: EventPattern; consumer: Consumer },
): Rule {
  const targets = [consumer.target()];
  return new Rule(scope, id, { ...(eventBus && { eventBus }), eventPattern: pattern, targets });
}

/**
 * Keeps replayed events away from a rule. A replay rebuilds records; it must tell nobody anything a second time,
 * whichever rules the operator chose to replay to.
 */
export function ignoreReplays(rule: Rule): void {
  addToPattern(rule, 'replay-name', [{ exists: false }]);
}

/** Has a rule match only what one of these patterns matches too. */
export function orElse(rule: Rule, patterns: readonly object[]): void {
  addToPattern(rule, '$or', patterns);
}

/** CDK's own patterns know neither. */
function addToPattern(rule: Rule, field: string, value: unknown): void {
  const resource = rule.node.defaultChild;
  if (resource instanceof CfnRule) resource.addPropertyOverride(`EventPattern.${field}`, value);
}

import { type CfnParameter, Duration } from 'aws-cdk-lib';
import { type EventPattern, Match } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { presentAttributes, recordsTable } from '../../functions/shell/tables/records/table.ts';
import { hubSource } from '../../schemas/envelope.ts';
import { hubFlagEvents } from '../../schemas/events/flag.ts';
import { hubQuarantineEvents, seenAfterwards } from '../../schemas/events/quarantine.ts';
import { hubSystemEvents } from '../../schemas/events/system.ts';
import { flagDefinitions, flagVisibility } from '../../schemas/flags.ts';
import type { SystemName } from '../../schemas/reference.ts';
import type { Team } from '../../schemas/teams.ts';
import { allow, onlyAttributes, ownRows } from './allow.ts';
import { Consumer } from './consumer.ts';
import { indexArn } from './declared-table.ts';
import type { Destination } from './destination.ts';
import type { HubApi } from './hub-api.ts';
import { ignoreReplays } from './hub-bus.ts';
import { HubFunction } from './hub-function.ts';
import type { SystemParts } from './hub-parts.ts';
import { watchDeliveries } from './watch-deliveries.ts';

export interface SystemOutboundProps extends SystemParts {
  manifest: SystemManifest;
  destination: Destination;
  api: HubApi;
  roleClaim: CfnParameter;
}

/**
 * How a system hears of flags: a rule with what its team is entitled to, its own queue, its own `deliver`, which keeps
 * its receipts too: the rows are the same, and nobody else may write them.
 */
export class SystemOutbound extends Construct {
  constructor(scope: Construct, id: string, props: SystemOutboundProps) {
    super(scope, id);
    const { manifest, alarms, bus, api } = props;
    const deliver = this.deliver(props);
    const { system } = manifest;
    api.serve('deliver', deliver, system);
    const consumer = new Consumer(this, 'Consumer', {
      alarms,
      consumer: deliver,
      maxConcurrency: 5,
      batchSeconds: props.settings.batchSeconds.outbound,
      // What is retried is received every few minutes for days: `deliver` gives it up by its age. The count, the
      // highest that there is, is for what it cannot even begin with.
      maxReceiveCount: 1000,
      late: {
        impact: `${manifest.title} has not received flags for 15 minutes: its people may visit unwarned.`,
        action:
          'look at the log of its deliver function: the system may be down, or its address or secret wrong.',
      },
      failed: {
        impact: `${manifest.title} never received a flag that it is owed: its people may visit unwarned.`,
        action:
          'tell the team, correct the cause that `npm run ops -- dead-letters` gives, redrive the queue within 14 days.',
      },
    });
    const { queue, deadLetterQueue } = consumer;
    deliver.function.addEnvironment('OUTBOUND_QUEUE_URL', queue.queueUrl);
    deliver.function.addEnvironment('DEAD_LETTER_QUEUE_URL', deadLetterQueue.queueUrl);
    deliver.permit(
      allow('sqs', ['ChangeMessageVisibility'], [queue.queueArn]),
      allow('sqs', ['SendMessage'], [queue.queueArn, deadLetterQueue.queueArn]),
    );
    watchDeliveries(this, deliver, props);
    ignoreReplays(bus.route(this, 'Rule', entitledTo(manifest.team), consumer));
    ignoreReplays(bus.route(this, 'OwnRule', concerning(system), consumer));
  }

  private deliver({
    settings,
    bundles,
    storage,
    shares,
    manifest: { system },
    destination,
    roleClaim,
  }: SystemOutboundProps): HubFunction {
    return new HubFunction(this, 'Deliver', {
      settings,
      service: `deliver-${system}`,
      code: bundles.deliver(system),
      timeout: Duration.seconds(30),
      share: shares?.deliver,
      environment: {
        SYSTEM: system,
        DELIVERIES_TABLE: storage.deliveries.tableName,
        DIRECTORY_TABLE: storage.directory.tableName,
        RECORDS_TABLE: storage.records.tableName,
        ROLE_CLAIM: roleClaim.valueAsString,
        ...destination.environment,
      },
      permissions: [
        allow('dynamodb', ['BatchGetItem', 'Query'], [storage.directory.tableArn]),
        allow(
          'dynamodb',
          ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
          [storage.deliveries.tableArn],
          ownRows(system),
        ),
        allow('dynamodb', ['BatchGetItem'], [storage.records.tableArn], onlyAttributes(presentAttributes)),
        allow('dynamodb', ['Query'], [indexArn(storage.records, recordsTable.indexes.flagged)]),
        destination.permission,
      ],
    });
  }
}

/** What the system sent and the hub keeps, where that was seen after it had its answer; and that the system is behind. */
function concerning(system: SystemName): EventPattern {
  return {
    source: [hubSource],
    detailType: [...hubQuarantineEvents, ...hubSystemEvents].map(({ type }) => type),
    // Only what is kept has a reason.
    detail: { data: { system: [system], reason: [...seenAfterwards, ...Match.doesNotExist()] } },
  };
}

/** The hub's flag announcements without those that the team may know nothing of (R-need-to-know: also at the rule). */
function entitledTo(team: Team): EventPattern {
  const hidden = flagDefinitions.map(flag => flag.code).filter(code => flagVisibility(code, team) === 'none');
  return {
    source: [hubSource],
    detailType: hubFlagEvents.map(event => event.type),
    ...(hidden.length === 0 ? {} : { detail: { data: { flag: { code: Match.anythingBut(...hidden) } } } }),
  };
}

import { Duration } from 'aws-cdk-lib';
import type { IPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { SystemManifest } from '../../functions/adapters/contract.ts';
import { admit, allow, allowKey, ownRows } from './allow.ts';
import { Consumer } from './consumer.ts';
import { encrypting } from './encrypting.ts';
import type { HubApi } from './hub-api.ts';
import { HubFunction } from './hub-function.ts';
import type { SystemParts } from './hub-parts.ts';
import { countUnknownFields } from './unknown-fields-metric.ts';

export interface SystemInboundProps extends SystemParts {
  manifest: SystemManifest;
  principal: IPrincipal;
  api: HubApi;
}

/** How a system's events come in: its own `receive` function behind its own route and its own queue. */
export class SystemInbound extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, props: SystemInboundProps) {
    super(scope, id);
    const { manifest, principal, api, alarms, tickets } = props;
    const receive = this.receive(props);
    api.serve('receive', receive, manifest.system);
    countUnknownFields(receive, props.settings);
    const consumer = new Consumer(this, 'Consumer', {
      alarms,
      consumer: receive,
      maxConcurrency: 5,
      batchSeconds: props.settings.batchSeconds.inbound,
      late: {
        impact: `what ${manifest.title} queued is not on any home’s record yet; other teams decide without it.`,
        action:
          'look at the errors and throttles of its receive function; events wait in the queue for 7 days.',
      },
      failed: {
        impact: `something that ${manifest.title} reported by its queue is on no home’s record.`,
        action:
          'read the log of its receive function for the reason, correct it, redrive the queue within 14 days.',
      },
    });
    this.queue = consumer.queue;
    tickets.route(this, 'TicketRule', manifest.system, consumer);
    this.queue.addToResourcePolicy(admit(principal, ['SendMessage'], this.queue));
  }

  private receive({ settings, bundles, storage, bus, manifest, shares }: SystemInboundProps): HubFunction {
    const { system } = manifest;
    return new HubFunction(this, 'Receive', {
      settings,
      service: `receive-${system}`,
      code: bundles.receive(system),
      timeout: Duration.seconds(29),
      share: shares?.receive,
      environment: {
        SYSTEM: system,
        BUS_NAME: bus.bus.eventBusName,
        DIRECTORY_TABLE: storage.directory.tableName,
        QUARANTINE_TABLE: storage.quarantine.tableName,
        DELIVERIES_TABLE: storage.deliveries.tableName,
        KEYS_TABLE: storage.keys.tableName,
      },
      permissions: [
        bus.publishAsSystem(manifest),
        encrypting(storage),
        allow('dynamodb', ['BatchGetItem', 'Query'], [storage.directory.tableArn]),
        allow(
          'dynamodb',
          ['BatchGetItem', 'PutItem', 'UpdateItem'],
          [storage.quarantine.tableArn],
          ownRows(system),
        ),
        allowKey(storage.personalKey),
        allow('dynamodb', ['BatchGetItem'], [storage.deliveries.tableArn], ownRows(system)),
      ],
    });
  }
}

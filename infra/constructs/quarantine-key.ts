import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** A key of the landlord's own: who may read what systems sent, and when it was read, is on record in one place. */
export function quarantineKey(scope: Construct, { removalPolicy }: Settings): Key {
  const description = 'Lintel: what systems sent and the hub could not take';
  return new Key(scope, 'QuarantineKey', { description, enableKeyRotation: true, removalPolicy });
}

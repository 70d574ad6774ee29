import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/**
 * A key of the landlord's own, for the two tables that say something of people in clear: what systems sent and the hub could
 * not take, and the keys of texts. Who may read them, and when they were read, is on record in one place.
 */
export function personalKey(scope: Construct, { removalPolicy }: Settings): Key {
  const description = 'Lintel: what systems sent and the hub could not take, and the keys of personal texts';
  return new Key(scope, 'PersonalKey', { description, enableKeyRotation: true, removalPolicy });
}

import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { clientOptions } from './options.ts';

/** The client of the store of webhook settings. */
export function secretsManagerClient(): SecretsManagerClient {
  return new SecretsManagerClient(clientOptions);
}

import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** The settings of systems' webhooks, as text. */
export interface WebhookSecrets {
  read(arn: string): Promise<string>;
  write(arn: string, text: string): Promise<void>;
}

/** Makes what reads and writes a webhook's settings. A value that is written has its former version beside it. */
export function makeWebhookSecrets(client: SecretsManagerClient): WebhookSecrets {
  return {
    async read(SecretId) {
      const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
      return SecretString;
    },
    async write(SecretId, SecretString) {
      await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
    },
  };
}

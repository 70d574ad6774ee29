import { S3Client } from '@aws-sdk/client-s3';
import { clientOptions } from './options.ts';

/**
 * The client of the bucket of files. A transfer takes as long as it takes, so only the silence between bytes is bounded;
 * checksums are asked for where the hub wants them, because those of the SDK would be part of every signed link.
 */
export function s3Client(): S3Client {
  const { connectionTimeout } = clientOptions.requestHandler;
  return new S3Client({
    ...clientOptions,
    requestHandler: { connectionTimeout, socketTimeout: 30_000 },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

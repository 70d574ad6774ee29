import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** What an upload has to be: S3 refuses another length, type or content. */
interface UploadTerms {
  key: string;
  contentType: string;
  bytes: number;
  /** In hexadecimal. */
  sha256?: string | undefined;
}

/** A link that takes one upload, and the headers that must be sent with it. */
interface UploadLink {
  url: string;
  headers: Record<string, string>;
}

/** Signs links into the bucket: whoever has one needs no other permission until it expires. */
export interface Links {
  upload(terms: UploadTerms, seconds: number): Promise<UploadLink>;
  download(key: string, seconds: number): Promise<string>;
}

/** Makes the signer of links. An upload is taken once: a key that exists is not overwritten. */
export function makeLinks({ client, bucket }: { client: S3Client; bucket: string }): Links {
  return {
    async upload({ key, contentType, bytes, sha256 }, seconds) {
      const checksum = sha256 === undefined ? undefined : Buffer.from(sha256, 'hex').toString('base64');
      const headers = {
        'content-type': contentType,
        'content-length': String(bytes),
        'if-none-match': '*',
        ...(checksum !== undefined && { 'x-amz-checksum-sha256': checksum }),
      };
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: contentType,
        ContentLength: bytes,
        IfNoneMatch: '*',
        ChecksumSHA256: checksum,
      });
      const signed = new Set(Object.keys(headers));
      const url = await getSignedUrl(client, command, {
        expiresIn: seconds,
        signableHeaders: signed,
        unhoistableHeaders: signed,
      });
      return { url, headers };
    },
    download(key, seconds) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: key,
        ResponseContentDisposition: 'attachment; filename="result.ndjson"',
      });
      return getSignedUrl(client, command, { expiresIn: seconds });
    },
  };
}

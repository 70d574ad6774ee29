import {
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { type Seal, sealSchema } from './tables/audit/seal.ts';
import type { StoredRow } from './tables/audit/whole-audit.ts';

/** A place for the seals of the audit, an object a day, and for copies of its rows. */
export interface SealStore {
  /** The days that have a seal. */
  days(): Promise<Set<string>>;
  /** @returns undefined when what is there is no seal. */
  read(day: string): Promise<Seal | undefined>;
  /** Keeps a seal; one that is there already stays. */
  keep(seal: Seal): Promise<void>;
  /** Keeps a day's rows as they are stored, one a line; what is there already stays. */
  copy(day: string, rows: readonly StoredRow[]): Promise<void>;
}

const seals = 'seals/';

/** Makes the store of seals in one bucket. It writes once and takes nothing away: the bucket's policy demands both. */
export function makeSealStore({ client, bucket: Bucket }: { client: S3Client; bucket: string }): SealStore {
  const keyOf = (day: string) => `${seals}${day}.json`;
  const put = async (Key: string, text: string) => {
    // A bucket with a lock demands a checksum of what is put.
    const put = {
      Bucket,
      Key,
      Body: Buffer.from(text),
      IfNoneMatch: '*',
      ChecksumAlgorithm: 'SHA256',
    } as const;
    try {
      await client.send(new PutObjectCommand(put));
    } catch (error) {
      if (!(error instanceof S3ServiceException && error.name === 'PreconditionFailed')) throw error;
    }
  };
  return {
    async days() {
      const days = new Set<string>();
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix: seals }))
        for (const { Key = '' } of Contents) days.add(Key.slice(seals.length, -'.json'.length));
      return days;
    },
    async read(day) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: keyOf(day) }));
      return sealIn((await Body?.transformToString()) ?? '');
    },
    keep: seal => put(keyOf(seal.day), JSON.stringify(seal)),
    copy: (day, rows) => put(`rows/${day}.jsonl`, rows.map(row => `${JSON.stringify(row)}\n`).join('')),
  };
}

function sealIn(text: string): Seal | undefined {
  try {
    return sealSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

import { describe, expect, it } from 'vitest';
import { lambdaStreamRecord } from '../../../dynamodb/stream-record.ts';

const record = {
  eventID: 'e1',
  eventName: 'INSERT',
  awsRegion: 'ddblocal',
  dynamodb: { SequenceNumber: '1', ApproximateCreationDateTime: 1_795_296_600, Keys: { PK: { S: 'a' } } },
};

describe('a stream record on its way to a function', () => {
  it('says where it is from and when by the hub’s time', () => {
    expect(lambdaStreamRecord(record, 'arn:stream', -3_600_400)).toEqual({
      eventID: 'e1',
      eventName: 'INSERT',
      awsRegion: 'eu-west-2',
      eventSourceARN: 'arn:stream',
      dynamodb: { SequenceNumber: '1', ApproximateCreationDateTime: 1_795_293_000, Keys: { PK: { S: 'a' } } },
    });
  });

  it('says who deleted what expired', () => {
    const expired = lambdaStreamRecord({ ...record, eventName: 'UNKNOWN_TO_SDK_VERSION' }, 'arn:stream', 0);
    expect(expired).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
  });
});

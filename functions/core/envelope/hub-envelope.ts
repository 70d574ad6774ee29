import { dataSchemaOf, hubSource } from '../../../schemas/envelope.ts';
import type { Instant } from '../../../schemas/reference.ts';

interface Said<Type extends string, Subject extends string> {
  id: string;
  type: Type;
  subject: Subject;
  /** The system that it concerns: what is said of one system keeps its order. */
  system: string;
  at: Instant;
  /** What led to it; itself where nothing did. */
  cause?: string;
}

/** The attributes of what the hub itself says, now, about a system and of no person. */
export function hubEnvelope<Type extends string, Subject extends string>({
  id,
  type,
  subject,
  system,
  at,
  cause = id,
}: Said<Type, Subject>) {
  return {
    specversion: '1.0',
    ...{ id, source: hubSource, type, subject, time: at, recordedtime: at },
    timebasis: 'offset',
    datacontenttype: 'application/json',
    dataschema: dataSchemaOf(type),
    ...{ correlationid: cause, causationid: cause, partitionkey: system },
    dataclassification: 'operational',
  } as const;
}

/** What a system sends: documents of JSON, or rows of a sheet under its headings. */
export type Payload =
  | { kind: 'json'; items: unknown[] }
  | { kind: 'sheet'; headings: string; rows: string[] };

/** One thing that the hub hears: from which system, when, and exactly what it is sent. */
export interface News {
  heardAt: Date;
  system: string;
  payload: Payload;
}

/** One file worked off. */
export interface Measured {
  what: string;
  rows: number;
  bytes: number;
  seconds: number;
  events: number;
}

/** What the process that worked the files off says at its end. */
export interface FilesReport {
  measured: Measured[];
  bytesBefore: number;
  peakBytes: number;
}

import type { Act } from '../world/act.ts';

/** What came of something that was sent or decided and was not simply taken. */
export interface Refusal {
  act: Act;
  status: number;
  body: string;
}
/** Nothing, where it was taken as it was sent. */
export type Taken = Promise<Omit<Refusal, 'act'> | undefined>;

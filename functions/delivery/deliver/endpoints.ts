import type { Endpoint } from '../../shell/http/endpoint.ts';
import { postResend, type ResendHttpDeps } from '../drift/resend-http.ts';
import { postReceipts, type ReceiptsDeps } from '../receipts/receipts.ts';
import { type PutFlagsDeps, putFlags } from '../whole-set/put-flags.ts';

/** What a system's own function answers over HTTPS works with. */
export interface DeliveryDeps {
  receipts: ReceiptsDeps;
  flagSet: PutFlagsDeps;
  resend: ResendHttpDeps;
}

/** What a system says of the flags that it holds, and asks of those that it is owed. */
export const deliveryEndpoints: readonly Endpoint<DeliveryDeps>[] = [postReceipts, putFlags, postResend];

import type { Resource, Synthesised } from '../synthesised.ts';
import { account } from './arns.ts';
import type { Request } from './evaluate.ts';

/** That something of the template reaches something else of it, and every request that AWS makes for it. */
export interface Edge {
  kind: string;
  from: string;
  to: string;
  requests: Request[];
}

const secure = { 'aws:SecureTransport': 'true', 's3:TlsVersion': '1.3' };

/** What a service asks in its own name, for the sake of a resource. */
export function byService(service: string, action: string, resource: string, source: string): Request {
  const context = { ...secure, 'aws:SourceArn': source, 'aws:SourceAccount': account };
  return { by: { service: `${service}.amazonaws.com` }, action, resource, context };
}

/** What a service asks in the name of a function's role. */
export function byRole(role: string, actions: string, resource: string, context = {}): Request[] {
  return actions
    .split(' ')
    .map(action => ({ by: { role }, action, resource, context: { ...secure, ...context } }));
}

/** The resource of that logical id. */
export const at = (app: Synthesised, id: string): Resource =>
  ({ id, ...app.template.Resources[id] }) as Resource;

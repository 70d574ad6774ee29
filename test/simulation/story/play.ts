import type { HttpAnswer, HttpRequest } from '../hub/http.ts';
import type { Json } from '../world/process.ts';
import type { World } from '../world/world.ts';
import { decide } from './decide.ts';
import type { Input } from './input.ts';
import { claimsOfOfficer } from './officer-claims.ts';
import { resolveItem } from './resolve-item.ts';

/** What somebody was answered, beside what they asked for. */
export interface Answered {
  readonly input: Input;
  readonly answer: HttpAnswer;
  /** Of a decision: the key under which it was asked for. */
  readonly idempotencyKey?: string;
  /** Of a decision about a flag: the version of it that was seen. */
  readonly seenVersion?: number | undefined;
  /** Of a resolution: the item in quarantine. */
  readonly itemId?: string;
}

/** Everybody outside of the hub, as one object: what they do, and what came of it. */
export interface Outside {
  does(input: Input): void;
  readonly answered: readonly Answered[];
}

const json = { 'content-type': 'application/json' };

/** The claims of a system's token. */
function claimsOfSystem(system: string): Record<string, string> {
  return { client_id: system, scope: `lintel/${system}.publish` };
}

/** Makes everybody outside of a world's hub. */
export function makeOutside(world: World): Outside {
  const { door, trace, scheduler, bucket } = world;
  const answered: Answered[] = [];
  const note = (input: Input, answer: HttpAnswer, more: Partial<Answered> = {}) => {
    trace.say(`${input.id} is answered ${answer.status}`);
    answered.push({ input, answer, ...more });
  };
  const insist = (input: Input, request: HttpRequest) => door.insist(request, answer => note(input, answer));

  function tell(input: Input & { does: 'tells' }): void {
    const { system, via, items } = input;
    const body = JSON.stringify(items.length === 1 ? items[0] : items);
    if (via === 'queue') {
      world.send(`${system}-inbound`, body);
      return;
    }
    const path = `/v1/systems/${system}/events`;
    const request = { method: 'POST', path, headers: json, body, claims: claimsOfSystem(system) };
    insist(input, { function: `receive-${system}`, ...request });
  }

  function upload(input: Input & { does: 'uploads' }): void {
    const { system, registration, content } = input;
    const path = `/v1/systems/${system}/files`;
    const body = JSON.stringify(registration);
    const request = { method: 'POST', path, headers: json, body, claims: claimsOfSystem(system) };
    door.insist({ function: `files-${system}`, ...request }, answer => {
      note(input, answer);
      const fileId: Json = answer.body.fileId;
      if (answer.status !== 201) return;
      scheduler.after(500, () => {
        trace.say(`${system} puts its file ${fileId}`);
        bucket.serve('PUT', { key: `files/${system}/${fileId}`, content: Buffer.from(content) });
      });
    });
  }

  function read(input: Input & { does: 'reads' }): void {
    const { role, path, query = {} } = input;
    insist(input, {
      function: 'api',
      method: 'GET',
      path,
      query,
      claims: claimsOfOfficer(role, `a ${role}`),
    });
  }

  return {
    answered,
    does(input) {
      trace.say(`${input.id}: ${input.says}`);
      switch (input.does) {
        case 'tells':
          tell(input);
          break;
        case 'uploads':
          upload(input);
          break;
        case 'decides':
          decide(world, input, (answer, asked) => note(input, answer, asked));
          break;
        case 'resolves':
          resolveItem(world, input, (answer, asked) => note(input, answer, asked));
          break;
        case 'reads':
          read(input);
          break;
      }
    },
  };
}

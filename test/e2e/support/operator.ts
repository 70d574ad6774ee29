import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalHub } from '@infra/local';

const command = path.join(import.meta.dirname, '../../../functions/operators/ops/main.ts');

/** An operator at a shell in a folder where a hub has left its address. */
export interface Operator {
  /** Runs `npm run ops -- <words> --local`; what it printed, and its exit code. */
  run(...words: string[]): Promise<{ code: number; text: string }>;
  leave(): void;
}

/** Seats an operator beside a running hub. The command runs in a process of its own and sees AWS as the hub plays it. */
export function seatOperator({ outputs, endpoints }: LocalHub): Operator {
  const folder = mkdtempSync(path.join(tmpdir(), 'lintel-ops-'));
  mkdirSync(path.join(folder, 'cdk.out'));
  writeFileSync(path.join(folder, 'cdk.out/local-hub.json'), JSON.stringify({ outputs, endpoints }));
  return {
    leave: () => rmSync(folder, { recursive: true }),
    run: (...words) =>
      new Promise(resolve => {
        const args = [command, ...words, '--local'];
        execFile(
          process.execPath,
          args,
          {
            cwd: folder,
            env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compile-cache') },
            maxBuffer: 64 * 1024 * 1024,
          },
          (error, out, wrong) => {
            resolve({ code: Number(error?.code ?? 0), text: `${out}${wrong}` });
          },
        );
      }),
  };
}

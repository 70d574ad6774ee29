import { readArguments, UsageError } from './arguments.ts';
import { carryOut } from './carry-out.ts';
import { helpText } from './help.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
try {
  const request = readArguments(process.argv.slice(2));
  const isDone = request.command === 'help' ? print(helpText) : await carryOut(request, print);
  process.exitCode = isDone ? 0 : 1;
} catch (error) {
  const isUsage = error instanceof UsageError;
  const advice = isUsage ? '\nnpm run ops -- --help says what can be asked for' : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${advice}\n`);
  process.exitCode = isUsage ? 2 : 1;
}

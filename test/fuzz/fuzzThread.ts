import { parentPort, workerData } from 'node:worker_threads';
import { noteLostText } from '../../src/local/pdf/pageTroubles.ts';
import { readStatement } from '../../src/local/readStatement.ts';
import type { FuzzShare, Tried } from './fuzzMessages.ts';
import { inputs } from './inputs.ts';
import type { FuzzInput } from './inputs.ts';
import { outcomeOfError } from './outcome.ts';

const { count, seed, first, of } = workerData as FuzzShare;

let absorbed = 0;
// As the engine's own worker does.
process.on('unhandledRejection', () => {
  absorbed += 1;
  noteLostText();
});

const answers = new Map<Uint8Array, string>();
let index = 0;
for (const input of inputs(count, seed)) {
  const isOurs = index >= first && (index - first) % of === 0;
  index += 1;
  if (!isOurs) continue;
  post({ index: index - 1, name: input.name, outcome: null, milliseconds: 0, absorbed: 0 });
  const from = performance.now();
  const outcome = await outcomeOf(input);
  const milliseconds = performance.now() - from;
  post({ index: index - 1, name: input.name, outcome, milliseconds, absorbed });
  absorbed = 0;
}

function post(message: Tried): void {
  parentPort?.postMessage(message);
}

async function outcomeOf({ pdf, password, whole }: FuzzInput): Promise<string> {
  try {
    const { text, warnings } = await readStatement(pdf, password);
    if (warnings.length > 0) return 'read with warnings';
    return text === (await answerOf(whole, password))
      ? 'read, as if undamaged'
      : 'read without a warning, with another answer';
  } catch (error) {
    return outcomeOfError(error);
  }
}

async function answerOf(whole: Uint8Array | undefined, password: string): Promise<string> {
  if (!whole) return '';
  const answer = answers.get(whole) ?? (await readStatement(whole, password)).text;
  answers.set(whole, answer);
  return answer;
}

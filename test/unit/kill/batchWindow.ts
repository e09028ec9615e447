/**
 * A window as a process of its own: `node batchWindow.ts TASK`, with a task as JSON. It goes on with what was
 * interrupted, works through the new files, and says what happens, a line each.
 */
import type { BatchItem, ItemState } from '../../../src/statements/batch.ts';
import { FileSecrets } from '../statements/storage/fileSecrets.ts';
import { TestWindow } from '../statements/testWindow.ts';
import type { WindowTask } from './windowProcess.ts';

const task = JSON.parse(process.argv[2] ?? '') as WindowTask;
const say = (...words: string[]) => void process.stdout.write(`${words.join(' ')}\n`);

/** What is in a batch is noted: from then on nobody has to choose it again. */
let begun = false;
const told = new Map<string, ItemState>();

function tell(items: readonly BatchItem[]): void {
  const inBatch = new Set(items.map(({ file }) => file));
  if (!begun && items.length > 0 && task.files.every((file) => inBatch.has(file))) {
    begun = true;
    say('begun');
  }
  for (const { file, state } of items) {
    if (state.status === 'waiting' || state.status === 'working') continue;
    if (told.get(file) === state) continue;
    told.set(file, state);
    say('end', state.status === 'failed' ? state.problem.kind : state.status, file);
  }
}

async function work(): Promise<void> {
  const window = new TestWindow({
    service: task.service,
    folder: task.folder,
    secrets: new FileSecrets(task.secrets),
    settledAfterMs: task.settledAfterMs,
    onChange: tell,
  });
  await Promise.all([window.goOn(), task.files.length > 0 && window.batch.run(task.files)]);
  for (const { kind } of window.troubles) say('trouble', kind);
  for (const bug of window.bugs) console.error(bug);
  say('done');
}

void work();

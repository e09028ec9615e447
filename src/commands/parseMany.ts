import { Uri, commands, l10n, window } from 'vscode';
import type { Rooms } from '../rooms.ts';
import { isProblem } from '../service/problem.ts';
import { serviceHost } from '../settings.ts';
import type { BatchItem } from '../statements/batch.ts';
import { type BatchPlan, planBatch } from '../statements/plan.ts';
import { batchSummary } from '../views/batchSummary.ts';
import { fileName } from '../views/fileName.ts';
import { planText } from '../views/planText.ts';
import { problemMessage } from '../views/problems/problemMessage.ts';
import { accountInUse } from './accountInUse.ts';
import { agreedPayer } from './agreedPayer.ts';
import type { Way } from './chooseSignIn.ts';
import { withCancellableProgress } from './progress.ts';
import { readPdf } from './readPdf.ts';
import { parseHere, reportProblem } from './reportProblem.ts';

/**
 * Parses several PDFs as a batch: first what it would cost, then one line a file.
 * @param instead offered beside signing in to who is not signed in
 * @throws Problem
 */
export async function parseMany(rooms: Rooms, pdfs: readonly Uri[], instead?: Way): Promise<void> {
  const plan = await makePlan(rooms, pdfs);
  if (!plan) return;
  if (plan.toPay.length + plan.free.length === 0) {
    tellNothingToParse(plan);
    return;
  }
  const account = await accountInUse(rooms, instead);
  if (!account) return;
  const sample = account.kind === 'sandbox';
  if (!(await agreed(rooms, plan, sample))) return;
  const fit = new Set([...plan.free, ...plan.toPay]);
  const files = pdfs.map((uri) => uri.toString()).filter((file) => fit.has(file));
  await runBatch(rooms, () => rooms.batchDesk.run(account, files));
}

/** Shows a batch while it runs, and says at its end how it went. */
export async function runBatch(rooms: Rooms, run: () => Promise<void>): Promise<void> {
  rooms.batchView.reveal();
  await withCancellableProgress(l10n.t('Parsing statements'), async (say, signal) => {
    signal.addEventListener('abort', () => rooms.batchDesk.cancel());
    const tell = () => say(batchSummary(rooms.batchDesk.items).progress);
    const listening = rooms.batchDesk.onDidChange(tell);
    try {
      tell();
      await run();
    } finally {
      listening.dispose();
    }
  });
  void tellEnd(rooms);
}

async function makePlan(rooms: Rooms, pdfs: readonly Uri[]): Promise<BatchPlan | undefined> {
  const unique = [...new Set(pdfs.map((uri) => uri.toString()))];
  return withCancellableProgress(
    l10n.t('Looking at {0} PDFs', unique.length),
    async (say, signal) => {
      const plan = await planBatch(
        unique,
        (file) => readPdf(Uri.parse(file, true)),
        (hash) => rooms.keeping().store.has(hash),
        (done) => say(l10n.t('{0} of {1}', done, unique.length)),
        signal,
      );
      return signal.aborted ? undefined : plan;
    },
  );
}

/** Nothing is sent before the person has seen what it costs. */
async function agreed(rooms: Rooms, plan: BatchPlan, sample: boolean): Promise<boolean> {
  const { credits } = rooms.credits.state;
  const { message, detail } = planText(plan, credits, sample, nameOf);
  const parse = l10n.t('Parse');
  return (await window.showInformationMessage(message, { modal: true, detail }, parse)) === parse;
}

function tellNothingToParse(plan: BatchPlan): void {
  const { message, detail } = planText(plan, undefined, false, nameOf);
  void window.showWarningMessage(message, { modal: true, detail });
}

function nameOf(file: string): string {
  return fileName(Uri.parse(file, true));
}

async function tellEnd(rooms: Rooms): Promise<void> {
  const { stopped } = rooms.batchDesk;
  const { end, failed, cancelled, left } = batchSummary(rooms.batchDesk.items);
  // By way of the commands, so that whatever happens then is told as for any command.
  const resume = async () => {
    await commands.executeCommand('casParser.batch.goOn');
  };
  if (isProblem(stopped)) {
    await reportProblem(rooms, stopped, {
      pdfs: unread(rooms),
      goOn: resume,
      stopped: { summary: end, goOn: resume },
    });
    return;
  }
  const retry = l10n.t('Retry Failed');
  const goOnNow = l10n.t('Go On');
  const here = l10n.t('Parse on This Computer');
  const readableHere = rooms.batchDesk.items.filter(mayBeReadHere).map(uriOf);
  const buttons = [
    ...(failed > 0 ? [retry] : []),
    ...(left > 0 ? [goOnNow] : []),
    ...(readableHere.length > 0 ? [here] : []),
  ];
  const show =
    failed + cancelled + left > 0 ? window.showWarningMessage : window.showInformationMessage;
  const choice = await show(end, ...buttons);
  if (choice === retry) await commands.executeCommand('casParser.batch.retryFailed');
  if (choice === goOnNow) await resume();
  if (choice === here) await parseHere(readableHere);
}

/** The statements of a batch that have no portfolio yet. */
function unread(rooms: Rooms): readonly Uri[] {
  return rooms.batchDesk.items.filter(({ state }) => state.status !== 'parsed').map(uriOf);
}

function mayBeReadHere({ file, state }: BatchItem): boolean {
  if (state.status !== 'failed') return false;
  const { remedies } = problemMessage(state.problem, { host: serviceHost(), file });
  return remedies.includes('parseHere');
}

function uriOf({ file }: BatchItem): Uri {
  return Uri.parse(file, true);
}

/** Goes on with what still waits after the batch stopped. @throws Problem */
export async function goOn(rooms: Rooms): Promise<void> {
  const account = await agreedPayer(rooms, []);
  if (account) await runBatch(rooms, () => rooms.batchDesk.retry(account, [], false));
}

/** Tries again all that failed. What may have been paid for is looked up first, and not paid for again. @throws Problem */
export async function retryFailed(rooms: Rooms): Promise<void> {
  const failed = rooms.batchDesk.items
    .filter(({ state }) => state.status === 'failed')
    .map(({ file }) => file);
  const account = await agreedPayer(rooms, failed);
  if (!account) return;
  await runBatch(rooms, () => rooms.batchDesk.retry(account, failed, false));
}

import { Uri, commands, l10n, window } from 'vscode';
import type { Container } from '../container.ts';
import { isAppError } from '../service/appError.ts';
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
 * @throws AppError
 */
export async function parseMany(
  container: Container,
  pdfs: readonly Uri[],
  instead?: Way,
): Promise<void> {
  const plan = await makePlan(container, pdfs);
  if (!plan) return;
  if (plan.toPay.length + plan.free.length === 0) {
    tellNothingToParse(plan);
    return;
  }
  const account = await accountInUse(container, instead);
  if (!account) return;
  const sample = account.kind === 'sandbox';
  if (!(await agreed(container, plan, sample))) return;
  const fit = new Set([...plan.free, ...plan.toPay]);
  const files = pdfs.map((uri) => uri.toString()).filter((file) => fit.has(file));
  await runBatch(container, () => container.batchController.run(account, files));
}

/** Shows a batch while it runs, and says at its end how it went. */
export async function runBatch(container: Container, run: () => Promise<void>): Promise<void> {
  container.batchView.reveal();
  await withCancellableProgress(l10n.t('Parsing statements'), async (say, signal) => {
    signal.addEventListener('abort', () => container.batchController.cancel());
    const tell = () => say(batchSummary(container.batchController.items).progress);
    const listening = container.batchController.onDidChange(tell);
    try {
      tell();
      await run();
    } finally {
      listening.dispose();
    }
  });
  void tellEnd(container);
}

async function makePlan(
  container: Container,
  pdfs: readonly Uri[],
): Promise<BatchPlan | undefined> {
  const unique = [...new Set(pdfs.map((uri) => uri.toString()))];
  return withCancellableProgress(
    l10n.t('Looking at {0} PDFs', unique.length),
    async (say, signal) => {
      const plan = await planBatch(
        unique,
        (file) => readPdf(Uri.parse(file, true)),
        (hash) => container.keeping().store.has(hash),
        (done) => say(l10n.t('{0} of {1}', done, unique.length)),
        signal,
      );
      return signal.aborted ? undefined : plan;
    },
  );
}

/** Nothing is sent before the person has seen what it costs. */
async function agreed(container: Container, plan: BatchPlan, sample: boolean): Promise<boolean> {
  const { credits } = container.credits.state;
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

async function tellEnd(container: Container): Promise<void> {
  const { stopped } = container.batchController;
  const { end, failed, cancelled, left } = batchSummary(container.batchController.items);
  // By way of the commands, so that whatever happens then is told as for any command.
  const resume = async () => {
    await commands.executeCommand('casParser.batch.goOn');
  };
  if (isAppError(stopped)) {
    await reportProblem(container, stopped, {
      pdfs: unread(container),
      goOn: resume,
      stopped: { summary: end, goOn: resume },
    });
    return;
  }
  const retry = l10n.t('Retry Failed');
  const goOnNow = l10n.t('Go On');
  const here = l10n.t('Parse on This Computer');
  const readableHere = container.batchController.items.filter(mayBeReadHere).map(uriOf);
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
function unread(container: Container): readonly Uri[] {
  return container.batchController.items
    .filter(({ state }) => state.status !== 'parsed')
    .map(uriOf);
}

function mayBeReadHere({ file, state }: BatchItem): boolean {
  if (state.status !== 'failed') return false;
  const { remedies } = problemMessage(state.problem, { host: serviceHost(), file });
  return remedies.includes('parseHere');
}

function uriOf({ file }: BatchItem): Uri {
  return Uri.parse(file, true);
}

/** Goes on with what still waits after the batch stopped. @throws AppError */
export async function goOn(container: Container): Promise<void> {
  const account = await agreedPayer(container, []);
  if (account) await runBatch(container, () => container.batchController.retry(account, [], false));
}

/** Tries again all that failed. What may have been paid for is looked up first, and not paid for again. @throws AppError */
export async function retryFailed(container: Container): Promise<void> {
  const failed = container.batchController.items
    .filter(({ state }) => state.status === 'failed')
    .map(({ file }) => file);
  const account = await agreedPayer(container, failed);
  if (!account) return;
  await runBatch(container, () => container.batchController.retry(account, failed, false));
}

import { type Uri, l10n, window } from 'vscode';
import type { Account } from '../connections/account.ts';
import type { CreditsWatch } from '../connections/creditsWatch.ts';
import { type SenderServices, statementSender } from '../connections/statementSender.ts';
import { parseTimeoutSeconds } from '../settings.ts';
import { parseStatement } from '../statements/parseStatement.ts';
import type {
  ParseInteraction,
  ParseStorage,
  ParsedStatement,
} from '../statements/parseRequest.ts';
import type { Step } from '../statements/steps.ts';
import { fileName } from '../views/fileName.ts';
import { plainText } from '../views/plainText.ts';
import { readPdf } from './readPdf.ts';
import type { WorkUnderWay } from './workUnderWay.ts';

/** Sends, keeps and counts what is parsed. */
export interface ParsingServices extends SenderServices {
  readonly work: WorkUnderWay;
  readonly credits: Pick<CreditsWatch, 'left'>;
  readonly keeping: () => ParseStorage;
}

export interface ParseManner extends Pick<ParseInteraction, 'askPassword' | 'knownPasswords'> {
  readonly signal: AbortSignal;
  /** The person knows that it may have been paid for, and wants it again all the same. */
  readonly payAgain: boolean;
  /** `keptAt` of the portfolio that is kept and that the person wants anew all the same. */
  readonly insteadOf?: string | undefined;
  /** The person waits for this very statement: it is sent even to a service that rests after failures. */
  readonly insist?: true;
  readonly onStep: (step: Step) => void;
}

/**
 * Parses one PDF for an account: the way that a single one and each one of a batch go.
 * @returns `undefined` when the person gave up at the password
 * @throws AppError
 */
export async function parseUri(
  services: ParsingServices,
  account: Account,
  uri: Uri,
  { signal, ...manner }: ParseManner,
): Promise<ParsedStatement | undefined> {
  return services.work.run(signal, (stopping) =>
    parseNow(services, account, uri, { ...manner, signal: stopping }),
  );
}

async function parseNow(
  services: ParsingServices,
  account: Account,
  uri: Uri,
  { signal, payAgain, insteadOf, insist, onStep, askPassword, knownPasswords }: ParseManner,
): Promise<ParsedStatement | undefined> {
  const pdf = await readPdf(uri);
  const sample = account.kind === 'sandbox';
  const timeoutSeconds = parseTimeoutSeconds();
  const send = statementSender(services, account, { pdf, signal, insist, timeoutSeconds, onStep });
  return parseStatement({ pdf, signal, account, sample, payAgain, insteadOf }, services.keeping(), {
    askPassword,
    knownPasswords,
    onStep,
    warnLarge: (size) => warnLarge(fileName(uri), size),
    send: async (...sending) => {
      const answer = await send(...sending);
      services.credits.left(account, answer.creditsLeft);
      return answer;
    },
  });
}

function warnLarge(file: string, bytes: number): void {
  void window.showWarningMessage(
    l10n.t(
      '{0} has {1} MB. CAS Parser’s servers may refuse uploads over about 1.7 MB, whatever the plan; then parse it on this computer, or ask for a statement over a shorter period.',
      plainText(file),
      (bytes / 1e6).toFixed(1),
    ),
  );
}

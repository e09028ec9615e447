import { LocalParseError, type LocalParseCode } from '../../local/localParseError.ts';
import { parseLocally } from '../../local/parseLocally.ts';
import type { Container } from '../../container.ts';
import { AppError, isAppError } from '../../service/appError.ts';
import { checkPdf } from '../../statements/checkPdf.ts';
import { sha256 } from '../../statements/sha256.ts';

/** What the engine on this computer says about PDFs that are no account statement. */
const noStatement: readonly LocalParseCode[] = ['not-a-statement', 'scan', 'damaged', 'not-a-pdf'];

/** Nobody knows what it is: a long statement ends so as well. */
const notKnown: readonly LocalParseCode[] = [
  'too-large',
  'too-many-pages',
  'too-complex',
  'timed-out',
];

/**
 * Keeps account statements from going to a service that does not read them.
 * @throws AppError `notForSmartExtract` for a statement, `lockedForSmartExtract` for a PDF that nobody can look into,
 * `notLookedThrough` for one that is too large for that, `cancelled`
 */
export async function refuseStatement(
  container: Pick<Container, 'keeping' | 'localWorker'>,
  pdf: Uint8Array,
  signal: AbortSignal,
): Promise<void> {
  if (await container.keeping().store.has(sha256(pdf))) throw new AppError('notForSmartExtract');
  if (isLocked(pdf)) throw new AppError('lockedForSmartExtract');
  try {
    await parseLocally(pdf, { signal, workerPath: container.localWorker });
  } catch (error) {
    if (!(error instanceof LocalParseError)) throw error;
    if (error.code === 'cancelled') throw new AppError('cancelled', { mayBeBilled: false });
    if (error.code === 'password-needed') throw new AppError('lockedForSmartExtract');
    if (noStatement.includes(error.code)) return;
    if (notKnown.includes(error.code)) throw new AppError('notLookedThrough');
    // Whatever else is wrong with it, it looked like one.
  }
  throw new AppError('notForSmartExtract');
}

function isLocked(pdf: Uint8Array): boolean {
  try {
    return checkPdf(pdf).encrypted;
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

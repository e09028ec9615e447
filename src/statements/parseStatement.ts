import { unnotedSends } from '../service/sends.ts';
import { checkPdf } from './checkPdf.ts';
import { findKept, settleEarlierTries } from './earlierTries.ts';
import type {
  ParseInteraction,
  ParseRequest,
  ParseStorage,
  ParsedStatement,
} from './parseRequest.ts';
import { sendNoted } from './sendNoted.ts';
import { sha256 } from './sha256.ts';
import { withPassword } from './withPassword.ts';

/**
 * From a PDF's bytes to the portfolio's JSON: local checks, what is kept already, what became of an earlier try,
 * password, upload. Nothing is sent twice that may have been paid for, unless the person says so.
 * @returns `undefined` when the person gave up at the password
 * @throws AppError
 */
export async function parseStatement(
  request: ParseRequest,
  storage: ParseStorage,
  interaction: ParseInteraction,
): Promise<ParsedStatement | undefined> {
  checkPdf(request.pdf);
  const hash = sha256(request.pdf);
  if (request.sample)
    return withPassword(request, hash, storage.passwords, interaction, (password) =>
      interaction.send(password, unnotedSends),
    );
  return storage.locks.withLock(
    hash,
    request.signal,
    async () => {
      // Also where one more payment was agreed to: another window may have it meanwhile.
      const kept = await findKept(hash, storage);
      if (kept && !(request.payAgain && kept.keptAt === request.insteadOf)) return kept;
      if (!request.payAgain) await settleEarlierTries(hash, request, storage, interaction);
      await storage.store.prepare();
      return withPassword(request, hash, storage.passwords, interaction, (password) =>
        sendNoted(hash, request, storage, interaction, password),
      );
    },
    { onWait: () => interaction.onStep({ at: 'otherWindow' }) },
  );
}

import type { ParseAnswer } from '../service/parse.ts';
import { AppError, isAppError } from '../service/appError.ts';
import { unlessCancelled } from '../service/unlessCancelled.ts';
import { checkPdf } from './checkPdf.ts';
import { investorPan } from './investorPan.ts';
import type {
  GivenPassword,
  ParseRequest,
  ParsedStatement,
  PasswordRefused,
  ParseInteraction,
} from './parseRequest.ts';
import type { PasswordCandidate, PasswordStore } from './passwordStore.ts';

interface Attempt extends GivenPassword {
  /** It opened this very PDF before: if it is refused now, it is not worth remembering any more. */
  readonly exact?: boolean;
}

/** A refused upload is free of charge, but each takes its time: so many guesses, then the person is asked. */
const MOST_GUESSES = 3;

/**
 * Sends a statement with the passwords that are known, then with those that the person gives, until one opens it.
 * @returns `undefined` when the person gave up
 * @throws AppError; `cancelled` and not billed also while the person is asked
 */
export async function withPassword(
  { pdf, sample, signal }: ParseRequest,
  hash: string,
  passwords: PasswordStore,
  interaction: ParseInteraction,
  send: (password: string | undefined) => Promise<ParseAnswer>,
): Promise<ParsedStatement | undefined> {
  const { encrypted, large } = checkPdf(pdf);
  const remembered = encrypted ? await passwords.find(hash) : [];
  const tried = new Set<string>();
  let guesses = 0;
  let refused: PasswordRefused | undefined;
  let warned = false;

  const nextGuess = (): Attempt | undefined => {
    if (!encrypted || guesses === MOST_GUESSES) return undefined;
    const guess = guessesFrom(remembered, interaction.knownPasswords()).find(
      ({ password }) => !tried.has(password),
    );
    if (guess) guesses += 1;
    return guess;
  };
  const next = async (): Promise<Attempt | undefined> => {
    const guess = nextGuess();
    if (guess) return guess;
    interaction.onStep({ at: 'asking' });
    return askUnlessCancelled(() => interaction.askPassword(refused, tried), signal);
  };

  let attempt = encrypted ? await next() : undefined;
  if (encrypted && !attempt) return undefined;
  for (;;) {
    try {
      // Told only once it is about to be sent.
      if (large && !warned) interaction.warnLarge(pdf.length);
      warned = true;
      interaction.onStep({ at: 'sending' });
      throwIfCancelled(signal);
      const { text } = await send(attempt?.password);
      attempt?.tried?.(true);
      // The sandbox takes any password, so its answer says nothing about one.
      if (!sample) await remember(hash, text, attempt, passwords);
      return { text, hash, keptAt: undefined };
    } catch (error) {
      attempt?.tried?.(false);
      const why = passwordRefused(error, encrypted);
      if (why === undefined) throw error;
      if (attempt) tried.add(attempt.password);
      if (attempt?.exact) await passwords.forget(attempt.password).catch(() => undefined);
      // What someone remembered or typed for this PDF is called wrong; a guess is passed over.
      if (!attempt?.guessed || attempt.exact) refused = why;
      attempt = await next();
      if (!attempt) return undefined;
    }
  }
}

/** The one that opened this PDF before, then those of its batch, then others. */
function guessesFrom(
  remembered: readonly PasswordCandidate[],
  known: readonly string[],
): readonly Attempt[] {
  const guess = { guessed: true, remember: false };
  const exact = remembered.filter((one) => one.exact);
  const others = remembered.filter((one) => !one.exact);
  return [
    ...exact.map(({ password }) => ({ password, exact: true, ...guess })),
    ...known.map((password) => ({ password, ...guess })),
    ...others.map(({ password }) => ({ password, ...guess })),
  ];
}

/** An answer that comes after all must not keep the others of a batch waiting for their turn. */
async function askUnlessCancelled(
  ask: () => Promise<GivenPassword | undefined>,
  signal: AbortSignal,
): Promise<GivenPassword | undefined> {
  throwIfCancelled(signal);
  const asked = ask();
  try {
    return await unlessCancelled(asked, signal);
  } catch (error) {
    void asked.then(
      (late) => late?.tried?.(false),
      () => undefined,
    );
    throw error;
  }
}

function throwIfCancelled({ aborted }: AbortSignal): void {
  if (aborted) throw new AppError('cancelled', { mayBeBilled: false });
}

/** The portfolio is paid for: a locked keyring must not lose it. */
async function remember(
  hash: string,
  text: string,
  attempt: Attempt | undefined,
  passwords: PasswordStore,
): Promise<void> {
  if (!attempt) return;
  const { password } = attempt;
  const kept = attempt.remember
    ? passwords.remember(hash, password, investorPan(text))
    : passwords.worked(hash, password);
  await kept.catch(() => undefined);
}

/** Without encryption there is no password that could be wrong, unless the service insists on one. */
function passwordRefused(error: unknown, encrypted: boolean): PasswordRefused | undefined {
  if (isAppError(error, 'passwordWrong')) return 'passwordWrong';
  return encrypted && isAppError(error, 'passwordOrFileWrong') ? 'passwordOrFileWrong' : undefined;
}

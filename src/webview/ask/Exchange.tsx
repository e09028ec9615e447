import type { AskExchange, AskRemedy, AskState } from '../../views/ask/askMessages.ts';
import { send } from '../host.ts';
import { useShown } from '../state/ShownContext.ts';
import { Text } from '../pieces/Text.tsx';
import { counted, t } from '../words.ts';

interface ExchangeProps {
  readonly exchange: AskExchange;
  readonly ask: AskState;
  /** Another question is under way. */
  readonly busy: boolean;
}

/** A question, what was sent with it, and the answer. Whatever comes from the service is text and nothing else. */
export function Exchange({ exchange, ask, busy }: ExchangeProps) {
  const shown = useShown();
  const { id, step, problem, remedies } = exchange;
  // What was asked before amounts were hidden speaks of them.
  const hiding = shown.masked && !exchange.masked;
  const text = (words: string) => (hiding ? shown.narration(words) : words);
  const cancel = (
    <button type="button" onClick={() => send({ type: 'askCancel', id })}>
      {t('Cancel')}
    </button>
  );
  return (
    <article class="exchange" aria-label={t('Question')}>
      <p class="question">
        <Text>{text(exchange.question)}</Text>
      </p>
      {step === 'preview' && (
        <>
          <p>
            {t(
              'This is sent to {0}, word for word. It may cost {1} at the most.',
              ask.host,
              ask.perQuestion,
            )}
          </p>
          <Sent text={text(exchange.sent)} />
          <div class="buttons">
            <button type="button" class="primary" onClick={() => send({ type: 'askSend', id })}>
              {t('Send')}
            </button>
            {cancel}
          </div>
        </>
      )}
      {exchange.answer !== '' && (
        <div class="reply" aria-live="polite" aria-busy={step === 'answering'}>
          <Text>{text(exchange.answer)}</Text>
        </div>
      )}
      {(step === 'sending' || step === 'waiting' || step === 'answering') && (
        <div class="buttons">
          <span role="status">{stepText(exchange, ask.host)}</span>
          {cancel}
        </div>
      )}
      {step === 'cancelled' && (
        <p class="note">{t('Cancelled. What was sent may have cost something all the same.')}</p>
      )}
      {problem !== null && (
        <p class="notice failed" role="alert">
          <Text>{problem}</Text>
        </p>
      )}
      {remedies.length > 0 && (
        <div class="buttons">
          {remedies.map((remedy) => (
            <button
              key={remedy}
              type="button"
              disabled={busy}
              onClick={() => act(remedy, exchange.question)}
            >
              {remedyTitle(remedy)}
            </button>
          ))}
        </div>
      )}
      {step === 'done' && <p class="note">{costText(exchange)}</p>}
      {step !== 'preview' && (
        <details>
          <summary>{t('What was sent')}</summary>
          <Sent text={text(exchange.sent)} />
        </details>
      )}
    </article>
  );
}

function Sent({ text }: { readonly text: string }) {
  return (
    <pre class="sent" tabIndex={0} role="region" aria-label={t('What is sent')}>
      {text}
    </pre>
  );
}

function stepText({ step, until }: AskExchange, host: string): string {
  if (step === 'waiting' && until !== null)
    return t(
      'The limit of {0} is reached; this is sent at {1}.',
      host,
      new Date(until).toLocaleTimeString(),
    );
  return step === 'answering' ? t('{0} is answering …', host) : t('Asking {0} …', host);
}

function costText({ tokens, cost }: AskExchange): string {
  const used = tokens === null ? t('tokens not told') : counted(tokens, '1 token', '{0} tokens');
  return t('{0}, {1}. Not investment advice.', used, cost ?? t('cost not told'));
}

function act(remedy: AskRemedy, question: string): void {
  if (remedy === 'again') send({ type: 'askQuestion', question });
  else send({ type: 'askRemedy', remedy });
}

function remedyTitle(remedy: AskRemedy): string {
  switch (remedy) {
    case 'again':
      return t('Try Again');
    case 'signIn':
      return t('Sign In Again');
    case 'settings':
      return t('Open Settings');
  }
}

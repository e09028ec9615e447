import { useState } from 'preact/hooks';
import type { TargetedEvent } from 'preact';
import { send } from '../host.ts';
import { t } from '../words.ts';

/** As the host takes it. */
const LONGEST_QUESTION = 2_000;

/** Where a question is typed. Enter asks, Shift+Enter begins a new line. */
export function QuestionForm({ busy }: { readonly busy: boolean }) {
  const [question, setQuestion] = useState('');
  const ask = () => {
    if (busy || question.trim() === '') return;
    send({ type: 'askQuestion', question });
    setQuestion('');
  };
  return (
    <form
      class="question-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <textarea
        aria-label={t('Your question')}
        placeholder={t('How much of it is debt, and what did it gain?')}
        rows={2}
        maxLength={LONGEST_QUESTION}
        value={question}
        onInput={(event: TargetedEvent<HTMLTextAreaElement>) =>
          setQuestion(event.currentTarget.value)
        }
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          ask();
        }}
      />
      <button type="submit" class="primary" disabled={busy || question.trim() === ''}>
        {t('Ask')}
      </button>
    </form>
  );
}

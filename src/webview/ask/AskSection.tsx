import type { AskState, AskStep } from '../../views/ask/askMessages.ts';
import { counted, t } from '../words.ts';
import { Section } from '../pieces/Section.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import { Exchange } from './Exchange.tsx';
import { useAsk } from './askStore.ts';

const RUNNING: readonly AskStep[] = ['sending', 'waiting', 'answering'];

/** The box for questions, and what became of them. There is none where there is no service to ask. */
export function AskSection() {
  const ask = useAsk();
  if (!ask) return null;
  const { exchanges } = ask;
  const busy = exchanges.some(({ step }) => RUNNING.includes(step));
  return (
    <Section title={t('Ask about this portfolio')} className="ask">
      {exchanges.map((exchange) => (
        <Exchange key={exchange.id} exchange={exchange} ask={ask} busy={busy} />
      ))}
      <QuestionForm busy={busy} />
      <p class="note">
        {t(
          'Questions go to {0} with figures reckoned here, without names and numbers of accounts. Each stands for itself.',
          ask.host,
        )}{' '}
        {monthText(ask)}
      </p>
    </Section>
  );
}

function monthText({ spent, perMonth, questions, tokens }: AskState): string {
  const cost = t('This month: {0} of {1}', spent, perMonth);
  if (questions === 0) return `${cost}.`;
  return `${cost}, ${counted(questions, '1 question', '{0} questions')}, ${counted(tokens, '1 token', '{0} tokens')}.`;
}

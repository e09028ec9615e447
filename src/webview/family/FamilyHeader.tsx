import type { CheckSummary } from '../../portfolio/checks/sumUp.ts';
import type { Member } from '../../portfolio/family/members.ts';
import type { ReadFamily } from '../model/useFamily.ts';
import { Personal } from '../pieces/Text.tsx';
import { HideButton } from '../top/Actions.tsx';
import { Seal } from '../top/Seal.tsx';
import { counted, sentence, t } from '../words.ts';

interface FamilyHeaderProps {
  readonly read: ReadFamily;
  readonly checks: CheckSummary | null;
  /** How many figures no check agrees with. */
  readonly onlyRead: number;
  readonly onChecks: () => void;
}

/** Whose statements these are, and how sure their figures are. */
export function FamilyHeader({ read, checks, onlyRead, onChecks }: FamilyHeaderProps) {
  const { members, statements } = read.family;
  return (
    <header>
      <div class="masthead">
        <h1>{members.length === 0 ? t('Portfolio') : <Names members={members} />}</h1>
        <div class="meta">
          <p>
            {counted(members.length, '1 investor', '{0} investors')},{' '}
            {counted(statements.length, '1 statement', '{0} statements')}
          </p>
          <Seal checks={checks} onlyRead={onlyRead} onChecks={onChecks} />
        </div>
        <div class="actions">
          <HideButton />
        </div>
      </div>
      {read.unreadable.map((title) => (
        <p key={title} class="notice">
          {sentence('{0} is not a portfolio and is left out.', <Personal>{title}</Personal>)}
        </p>
      ))}
    </header>
  );
}

const FEW = 3;

function Names({ members }: { readonly members: readonly Member[] }) {
  const named = members.slice(0, FEW).map(({ investor }, index) => (
    <span key={index}>
      {index > 0 && ', '}
      {investor.name === null ? t('Investor not stated') : <Personal>{investor.name}</Personal>}
    </span>
  ));
  const others = members.length - FEW;
  return (
    <>
      {named}
      {others > 0 && <> {counted(others, 'and 1 other', 'and {0} others')}</>}
    </>
  );
}

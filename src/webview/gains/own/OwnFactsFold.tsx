import { useState } from 'preact/hooks';
import type { OwnFacts } from '../../../portfolio/facts/ownFacts.ts';
import { readFacts } from '../../../portfolio/facts/readFacts.ts';
import type { RealisedGains } from '../../../portfolio/gains/realisedGains.ts';
import { useMoreRows } from '../../pieces/useMoreRows.tsx';
import { useShown } from '../../state/ShownContext.ts';
import { counted, t } from '../../words.ts';
import { AnniversaryChoice } from './AnniversaryChoice.tsx';
import { fundsAsked } from './fundsAsked.ts';
import type { FundAsked } from './fundsAsked.ts';
import { KIND_MEANINGS, KIND_NAMES, KINDS } from './kindNames.ts';
import { OwnFactsOfFund } from './OwnFactsOfFund.tsx';

interface OwnFactsFoldProps {
  readonly realised: RealisedGains;
  readonly own: OwnFacts;
}

/** Asks for what no statement prints; nothing where nothing of it would make a difference. */
export function OwnFactsFold({ realised, own }: OwnFactsFoldProps) {
  const { file } = own;
  const funds = fundsAsked(realised, readFacts(file));
  const onAnniversary = realised.gains.some((gain) => gain.onAnniversary);
  const lacking =
    funds.filter(({ lacks }) => lacks).length +
    Number(onAnniversary && file.anniversary === undefined);
  // What is answered stays open in front of who answered it.
  const [isOpen, setOpen] = useState(lacking > 0);
  if (funds.length === 0 && !onAnniversary) return null;
  return (
    <details
      class="own-facts"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h3>{t('What only you know')}</h3>
        {lacking > 0 && (
          <span class="absent">{counted(lacking, '1 not said yet', '{0} not said yet')}</span>
        )}
      </summary>
      {isOpen && <Questions funds={funds} own={own} onAnniversary={onAnniversary} />}
    </details>
  );
}

interface QuestionsProps {
  readonly funds: readonly FundAsked[];
  readonly own: OwnFacts;
  readonly onAnniversary: boolean;
}

function Questions({ funds, own, onAnniversary }: QuestionsProps) {
  const first = funds.filter(({ lacks, said }) => lacks || said);
  const others = funds.filter(({ lacks, said }) => !lacks && !said);
  const rows = useMoreRows(first, 50);
  if (useShown().masked)
    return <p class="note">{t('Hidden with the amounts: show them to see it and to say more.')}</p>;
  return (
    <>
      <p class="note">
        {t(
          'No statement prints this. What you say stays on this computer, in its secret storage, and counts for each statement with the same fund.',
        )}
      </p>
      {!own.kept && (
        <p class="notice" role="status">
          {t(
            'The secret storage of this computer does not answer: what was said before may be missing, and what you say now holds until this window is closed.',
          )}
        </p>
      )}
      <dl class="kinds">
        {KINDS.map((kind) => (
          <div key={kind}>
            <dt>{t(KIND_NAMES[kind])}</dt>
            <dd>{t(KIND_MEANINGS[kind])}</dd>
          </div>
        ))}
      </dl>
      {first.some(({ asksNav }) => asksNav) && (
        <p class="note">
          {t(
            'Units bought before 1 Feb 2018 may count with their value of 31 Jan 2018; AMFI publishes the NAVs of that day as NAV history.',
          )}
        </p>
      )}
      {first.some(({ received }) => received.length > 0) && (
        <p class="note">
          {t(
            'Units that were received as a gift, by inheritance or from another folio count with the cost and the date of who bought them.',
          )}
        </p>
      )}
      {onAnniversary && <AnniversaryChoice counts={own.file.anniversary} />}
      {rows.shown.map((fund) => (
        <OwnFactsOfFund key={fund.isin} fund={fund} file={own.file} />
      ))}
      {rows.more}
      {others.length > 0 && <Others funds={others} own={own} />}
    </>
  );
}

/** Nothing is missing of these, but what the statement tells can be wrong. */
function Others({ funds, own }: Pick<QuestionsProps, 'funds' | 'own'>) {
  const [isOpen, setOpen] = useState(false);
  const rows = useMoreRows(funds, 50);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{counted(funds.length, '1 other fund', '{0} other funds')}</summary>
      {isOpen && (
        <>
          {rows.shown.map((fund) => (
            <OwnFactsOfFund key={fund.isin} fund={fund} file={own.file} />
          ))}
          {rows.more}
        </>
      )}
    </details>
  );
}

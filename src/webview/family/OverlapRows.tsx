import { Decimal } from '../../portfolio/decimal.ts';
import type { Family } from '../../portfolio/family/family.ts';
import { differsOnOneDay } from '../../portfolio/family/overlaps.ts';
import type { Overlap, Preference } from '../../portfolio/family/overlaps.ts';
import type { Piece } from '../../portfolio/family/piece.ts';
import { Rupees } from '../pieces/Figure.tsx';
import { LabelledCell } from '../pieces/LabelledCell.tsx';
import { Personal, Text } from '../pieces/Text.tsx';
import { accountTitle } from '../table/accountTitle.ts';
import { counted, sentence, t } from '../words.ts';
import { statementName } from './statementName.ts';

const WHY: Readonly<Record<Preference, string>> = {
  'later-statement': 'the later statement counts',
  'more-detail': 'of the same day, and has more detail',
  'as-good': 'both say as much; one of them counts',
};

interface OverlapRowsProps {
  /** All overlaps of one thing. */
  readonly thing: readonly Overlap[];
  readonly family: Family;
}

/** What several statements list, from which of them it counts, and what was left out for it, statement by statement. */
export function OverlapRows({ thing, family }: OverlapRowsProps) {
  return (
    <tbody>
      {thing.map((overlap, index) => {
        const { counted: kept, leftOut } = overlap;
        return (
          <tr key={index}>
            {index === 0 && (
              <>
                <th scope="rowgroup" rowSpan={thing.length}>
                  {pieceName(kept[0] ?? leftOut[0])}
                </th>
                <LabelledCell label={t('Counts')} rowSpan={thing.length}>
                  <Side pieces={kept} family={family} />
                </LabelledCell>
              </>
            )}
            <LabelledCell label={t('Left out')}>
              <Side pieces={leftOut} family={family} />
            </LabelledCell>
            <LabelledCell label={t('Why')}>
              {t(WHY[overlap.because])}
              <Difference overlap={overlap} />
            </LabelledCell>
          </tr>
        );
      })}
    </tbody>
  );
}

/** A later value may be another one; two of one day should agree. */
function Difference({ overlap }: { readonly overlap: Overlap }) {
  const { valueDifference } = overlap;
  if (!valueDifference?.sign) return null;
  const text = sentence(
    valueDifference.sign > 0 ? 'worth {0} more' : 'worth {0} less',
    <Rupees value={valueDifference.abs()} />,
  );
  if (!differsOnOneDay(overlap)) return <span class="note">{text}</span>;
  return (
    <span class="check differs">
      <span class="mark" aria-hidden="true">
        !
      </span>
      <span>
        <span class="unseen">{t('differs')}: </span>
        {text}
      </span>
    </span>
  );
}

interface SideProps {
  readonly pieces: readonly Piece[];
  readonly family: Family;
}

function Side({ pieces, family }: SideProps) {
  const [first] = pieces;
  const portfolio = first && family.statements[first.statement];
  const values = pieces.flatMap(({ value }) => (value ? [value] : []));
  return (
    <>
      {portfolio && statementName(portfolio.statement)}
      <span class="note">
        {values.length > 0 ? <Rupees value={Decimal.sum(values)} /> : t('without a value')}
      </span>
    </>
  );
}

/** An account as a whole, a policy, or one scheme of a folio. */
export function pieceName(piece: Piece | undefined) {
  const position = piece?.positions[0];
  if (!piece || !position) return t('An empty account');
  const { account, name } = position;
  const isWhole = piece.of === 'demat-account' || piece.of === 'nps-account';
  return (
    <>
      <Text>{isWhole ? accountTitle(account) : (name ?? t('Without a name'))}</Text>{' '}
      <span class="code">
        {account.number !== null && <Personal>{account.number}</Personal>}
        {isWhole && <>, {counted(piece.positions.length, '1 holding', '{0} holdings')}</>}
      </span>
    </>
  );
}

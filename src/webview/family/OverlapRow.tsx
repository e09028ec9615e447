import { Decimal } from '../../portfolio/decimal.ts';
import type { Family } from '../../portfolio/family/family.ts';
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

interface OverlapRowProps {
  readonly overlap: Overlap;
  readonly family: Family;
}

/** What two statements list, from which of them it counts, and what was taken off for it. */
export function OverlapRow({ overlap, family }: OverlapRowProps) {
  const { counted: kept, leftOut, because, valueDifference } = overlap;
  return (
    <tr>
      <th scope="row">{pieceName(kept[0] ?? leftOut[0])}</th>
      <LabelledCell label={t('Counts')}>
        <Side pieces={kept} family={family} />
      </LabelledCell>
      <LabelledCell label={t('Left out')}>
        <Side pieces={leftOut} family={family} />
      </LabelledCell>
      <LabelledCell label={t('Why')}>
        {t(WHY[because])}
        {valueDifference !== null && valueDifference.sign !== 0 && (
          <span class="note">
            {sentence(
              valueDifference.sign > 0 ? 'worth {0} more' : 'worth {0} less',
              <Rupees value={valueDifference.abs()} />,
            )}
          </span>
        )}
      </LabelledCell>
    </tr>
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

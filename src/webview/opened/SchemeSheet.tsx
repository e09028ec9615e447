import { costOfScheme } from '../../portfolio/cost.ts';
import { gainOfScheme } from '../../portfolio/gain.ts';
import type { Scheme } from '../../portfolio/model.ts';
import type { Position } from '../../portfolio/positions.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { PdfPlaceFact } from '../figures/PdfPlaceFact.tsx';
import { ReturnFigure } from '../figures/ReturnFigure.tsx';
import { useReturnsOfSchemes } from '../figures/Returns.ts';
import { Fact, Facts, PersonalListFact, TextFact } from '../pieces/Facts.tsx';
import { Units } from '../pieces/Figure.tsx';
import { NotStated } from '../pieces/NotStated.tsx';
import type { ChangeView } from '../state/useViewState.ts';
import { t } from '../words.ts';
import { FundFacts } from './FundFacts.tsx';
import { LatestTransactions } from './LatestTransactions.tsx';
import { PositionChecks } from './PositionChecks.tsx';

interface SchemeSheetProps {
  readonly position: Position;
  readonly scheme: Scheme;
  readonly change: ChangeView;
}

/** Everything the statement says about a scheme. */
export function SchemeSheet({ position, scheme, change }: SchemeSheetProps) {
  const { type, nominees } = scheme;
  const result = useReturnsOfSchemes()?.get(scheme)?.result ?? null;
  const unconfirmed = useUnconfirmed(scheme);
  return (
    <div class="sheet">
      <LatestTransactions position={position} priceName={t('NAV')} change={change} />
      <div>
        <Facts>
          <FundFacts fund={scheme} gain={gainOfScheme(scheme)} cost={costOfScheme(scheme)} />
          <Fact name={result?.kind === 'absolute' ? t('Return') : t('XIRR')}>
            <ReturnFigure result={result} />
          </Fact>
          <Fact name={t('Opening units')}>
            <AsFound unconfirmed={unconfirmed} names={['additional_info/open_units']}>
              <Units value={scheme.openUnits} />
            </AsFound>
          </Fact>
          <Fact name={t('Closing units')}>
            <AsFound unconfirmed={unconfirmed} names={['additional_info/close_units']}>
              <Units value={scheme.closeUnits} />
            </AsFound>
          </Fact>
          <Fact name={t('Scheme type')}>{type === null ? <NotStated /> : t(type)}</Fact>
          <TextFact name={t('ISIN')} text={scheme.isin} unconfirmed={unconfirmed} path="isin" />
          <TextFact name={t('AMFI code')} text={scheme.amfiCode} />
          <TextFact name={t('RTA code')} text={scheme.rtaCode} />
          <TextFact name={t('Advisor')} text={scheme.advisor} />
          <Fact name={t('Held in demat')}>{yesOrNo(scheme.isDemat)}</Fact>
          <PersonalListFact name={t('Nominees')} texts={nominees} always />
          <PdfPlaceFact item={scheme} />
        </Facts>
        <PositionChecks position={position} />
      </div>
      {scheme.rest.length > 0 && <KeptFields fields={scheme.rest} />}
    </div>
  );
}

function yesOrNo(flag: boolean | null) {
  if (flag === null) return <NotStated />;
  return flag ? t('yes') : t('no');
}

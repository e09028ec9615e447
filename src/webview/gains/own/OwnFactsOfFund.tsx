import type { FactsFile } from '../../../portfolio/facts/factsFile.ts';
import { NAV, readPositive } from '../../../portfolio/facts/typed.ts';
import { Text } from '../../pieces/Text.tsx';
import { t } from '../../words.ts';
import { ExitLoads } from './ExitLoads.tsx';
import { FigureField } from './FigureField.tsx';
import type { FundAsked } from './fundsAsked.ts';
import { KindField } from './KindField.tsx';
import { say } from './say.ts';
import { TransferForm } from './TransferForm.tsx';

interface OwnFactsOfFundProps {
  readonly fund: FundAsked;
  readonly file: FactsFile;
}

/** What its owner can say of one fund. */
export function OwnFactsOfFund({ fund, file }: OwnFactsOfFundProps) {
  const { isin, name, nav, received } = fund;
  const title = name ?? t('Without a name');
  return (
    <section class="own-fund" aria-label={title}>
      <h4>
        <Text>{title}</Text> <span class="code">{isin}</span>
      </h4>
      {fund.asksKind && <KindField fund={fund} />}
      {fund.asksNav && (
        <FigureField
          name={t('NAV of 31 Jan 2018')}
          label={t('NAV of 31 Jan 2018')}
          value={nav}
          read={(typed) => readPositive(typed, NAV)}
          expected={t('A NAV in rupees, such as 45.6789')}
          onSay={(said) => say({ of: 'nav', isin, nav: said })}
        />
      )}
      {received.map((one, index) => {
        const folio = one.folio.folioNumber;
        return folio === null ? null : (
          <TransferForm key={index} received={one} isin={isin} folio={folio} file={file} />
        );
      })}
      <ExitLoads fund={fund} file={file} />
    </section>
  );
}

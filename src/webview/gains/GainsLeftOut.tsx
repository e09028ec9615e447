import type { RealisedGains } from '../../portfolio/gains/realisedGains.ts';
import { Personal, Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';
import { NO_LOTS } from './gapNames.ts';

/** Schemes of which no gains can be told, and why. */
export function GainsLeftOut({ leftOut }: Pick<RealisedGains, 'leftOut'>) {
  return (
    <ul class="checks">
      {leftOut.map(({ folio, scheme, reason }, index) => (
        <li key={index}>
          <Text>{scheme.name ?? t('Without a name')}</Text>{' '}
          {folio.folioNumber !== null && (
            <span class="code">
              <Personal>{folio.folioNumber}</Personal>
            </span>
          )}
          {`: ${t(NO_LOTS[reason])}`}
        </li>
      ))}
    </ul>
  );
}

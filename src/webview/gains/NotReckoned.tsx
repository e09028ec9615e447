import type { RealisedGains } from '../../portfolio/gains/realisedGains.ts';
import { t } from '../words.ts';

/** What the gains leave out, so that nobody takes them for more than they are. */
export function NotReckoned({ realised }: { readonly realised: RealisedGains }) {
  const moved = realised.givenAway || realised.received.length > 0;
  return (
    <>
      {moved && (
        <p class="note">
          {t(
            'Units that were given away, inherited or moved to another folio are no sale: that is no transfer to the tax (section 47, Income-tax Act 1961; section 70, Income-tax Act, 2025).',
          )}
        </p>
      )}
      <p class="note">
        {t(
          'The statement prints the day of a sale and not that on which the money came; the day of sale stands for it in the periods of table F of Schedule CG.',
        )}
      </p>
      <p class="note">
        {t(
          'Not reckoned: set-off of losses, indexation, sections 94(7) and 94(8) (IDCW and bonus stripping), surcharge and cess. Shares and funds in demat accounts have no gains here.',
        )}
      </p>
    </>
  );
}

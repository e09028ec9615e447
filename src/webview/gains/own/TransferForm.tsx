import { useEffect, useState } from 'preact/hooks';
import { placeKey } from '../../../portfolio/facts/facts.ts';
import type { FactsFile } from '../../../portfolio/facts/factsFile.ts';
import type { RealisedGains } from '../../../portfolio/gains/realisedGains.ts';
import { Day } from '../../pieces/Day.tsx';
import { Units } from '../../pieces/Figure.tsx';
import { Narration, Personal } from '../../pieces/Text.tsx';
import { sentence, t } from '../../words.ts';
import { AsYouSaid } from './AsYouSaid.tsx';
import { readLots } from './previousLots.ts';
import type { LotsFault, TypedLot } from './previousLots.ts';
import { say } from './say.ts';

interface TransferFormProps {
  readonly received: RealisedGains['received'][number];
  readonly isin: string;
  /** Its number of the folio, without which nothing can be kept of it. */
  readonly folio: string;
  readonly file: FactsFile;
}

const REASONS: Readonly<Record<LotsFault, string>> = {
  day: 'A day on which the previous owner bought, not after they were received',
  units: 'A number of units, such as 1,000.125',
  cost: 'An amount in rupees, such as 50,000 or 49,997.50, with stamp duty',
  sum: 'Together they must be as many units as were received',
};

/** What units that came by a gift, transmission or transfer had cost their previous owner. */
export function TransferForm({ received, isin, folio, file }: TransferFormProps) {
  const { date, units, row } = received.movement;
  const place = { folio, isin, date };
  const said = file.transfers?.find((one) => placeKey(one) === placeKey(place))?.lots;
  const empty = { acquired: '', units: units.trimmed(0).toString(), cost: '' };
  const [lots, setLots] = useState<readonly TypedLot[]>(said ?? [empty]);
  const [fault, setFault] = useState<LotsFault | null>(null);
  // Taken back here, or said in another window.
  useEffect(() => setLots(said ?? [empty]), [JSON.stringify(said)]);
  const set = (index: number, part: Partial<TypedLot>) =>
    setLots(lots.map((lot, at) => (at === index ? { ...lot, ...part } : lot)));
  const keep = () => {
    const read = readLots(lots, units, date);
    setFault(read.ok ? null : read.fault);
    if (read.ok) say({ of: 'transfer', ...place, lots: read.lots });
  };
  return (
    <form
      class="own-transfer"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <fieldset>
        <legend>
          {sentence('Received on {0}: {1} units', <Day date={date} />, <Units value={units} />)}{' '}
          <span class="code">
            <Personal>{folio}</Personal>
          </span>
        </legend>
        {row.description !== null && (
          <p class="note">
            <Narration>{row.description}</Narration>
          </p>
        )}
        {lots.map((lot, index) => (
          <p key={index} class="own-lot">
            <label>
              {t('Bought by the previous owner on')}{' '}
              <input
                type="date"
                value={lot.acquired}
                onInput={({ currentTarget }) => set(index, { acquired: currentTarget.value })}
              />
            </label>
            <label>
              {t('Units')}{' '}
              <input
                type="text"
                inputMode="decimal"
                size={12}
                value={lot.units}
                onInput={({ currentTarget }) => set(index, { units: currentTarget.value })}
              />
            </label>
            <label>
              {t('Cost in rupees')}{' '}
              <input
                type="text"
                inputMode="decimal"
                size={12}
                value={lot.cost}
                onInput={({ currentTarget }) => set(index, { cost: currentTarget.value })}
              />
            </label>
            {lots.length > 1 && (
              <button
                type="button"
                class="link"
                onClick={() => setLots(lots.filter((_, at) => at !== index))}
              >
                {t('Remove')}
              </button>
            )}
          </p>
        ))}
        {fault !== null && (
          <p class="absent" role="alert">
            {t(REASONS[fault])}
          </p>
        )}
        <p class="own-field">
          <button type="submit">{t('Remember')}</button>
          <button
            type="button"
            class="link"
            onClick={() => setLots([...lots, { ...empty, units: '' }])}
          >
            {t('Add Another Purchase')}
          </button>
          {said && (
            <AsYouSaid
              of={t('Cost in rupees')}
              onTakeBack={() => say({ of: 'transfer', ...place, lots: null })}
            />
          )}
        </p>
      </fieldset>
    </form>
  );
}

import type { Holder } from '../../portfolio/model.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { t } from '../words.ts';
import { Fact } from './Facts.tsx';
import { Personal } from './Text.tsx';

/** All holders of an account with their PAN, the first one included. */
export function HoldersFact({ holders }: { readonly holders: readonly Holder[] }) {
  const known = holders.filter(({ name, pan }) => name !== null || pan !== null);
  if (known.length === 0) return null;
  return (
    <Fact name={t('Holders')}>
      {known.map((holder, index) => (
        <span key={index}>
          {index > 0 && ', '}
          <HolderName holder={holder} />
        </span>
      ))}
    </Fact>
  );
}

function HolderName({ holder }: { readonly holder: Holder }) {
  const { name, pan } = holder;
  return (
    <AsFound unconfirmed={useUnconfirmed(holder)} names={['name', 'pan']}>
      <Personal>{name === null ? (pan ?? '') : pan === null ? name : `${name} (${pan})`}</Personal>
    </AsFound>
  );
}

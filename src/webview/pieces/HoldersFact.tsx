import type { Holder } from '../../portfolio/model.ts';
import { t } from '../words.ts';
import { PersonalListFact } from './Facts.tsx';

/** All holders of an account with their PAN, the first one included. */
export function HoldersFact({ holders }: { readonly holders: readonly Holder[] }) {
  const texts = holders.flatMap(({ name, pan }) => {
    if (name === null) return pan === null ? [] : [pan];
    return [pan === null ? name : `${name} (${pan})`];
  });
  return <PersonalListFact name={t('Holders')} texts={texts} />;
}

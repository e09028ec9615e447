import { featureName } from '../../usage/featureNames.ts';
import { t } from '../words.ts';

/** A feature in the editor's language, or as the service calls it; '' where it calls it nothing. */
export function featureText(feature: string): string {
  if (feature === '') return t('Not stated');
  const name = featureName(feature);
  return name === undefined ? feature : t(name);
}

import { featureName } from '../../usage/featureNames.ts';
import { Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';
import { featureText } from './featureText.ts';

/** What was used, in plain words, with the service's own name beside it. */
export function FeatureName({ feature }: { readonly feature: string }) {
  const name = featureName(feature);
  if (name === undefined) return <Text>{featureText(feature)}</Text>;
  return (
    <span class="name">
      {t(name)}{' '}
      <span class="code">
        <Text>{feature}</Text>
      </span>
    </span>
  );
}

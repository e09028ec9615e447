import { useId, useState } from 'preact/hooks';
import type { RealisedGain } from '../../portfolio/gains/realisedGains.ts';
import { readNav } from '../../portfolio/gains/typedNavs.ts';
import type { Scheme } from '../../portfolio/model.ts';
import { send } from '../host.ts';
import { Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';

interface NavsOf2018Props {
  readonly gains: readonly RealisedGain[];
  /** As they were typed, by ISIN. */
  readonly navs: Readonly<Record<string, string>>;
}

/** Asks for what grandfathered gains need and no statement prints; nothing where there are none. */
export function NavsOf2018({ gains, navs }: NavsOf2018Props) {
  const schemes = [...grandfathered(gains)];
  if (schemes.length === 0) return null;
  return (
    <details class="navs-of-2018" open={schemes.some(([isin]) => navs[isin] === undefined)}>
      <summary>
        <h3>{t('NAVs of 31 Jan 2018')}</h3>
      </summary>
      <p class="note">
        {t(
          'Units bought before 1 Feb 2018 may count with their value of 31 Jan 2018, which no statement prints. AMFI publishes it as the NAV history. It stays on this computer.',
        )}
      </p>
      {schemes.map(([isin, { name }]) => (
        <NavField key={isin} isin={isin} name={name} nav={navs[isin] ?? ''} />
      ))}
    </details>
  );
}

/** Schemes by ISIN whose NAV of that day decides about a cost. */
function grandfathered(gains: readonly RealisedGain[]): Map<string, Scheme> {
  return new Map(
    gains.flatMap(({ grandfathered: isGrandfathered, scheme, taxable }) => {
      const settled = !taxable.ok && taxable.reason !== 'needs-nav-of-31-jan-2018';
      const { isin } = scheme;
      return isGrandfathered && !settled && isin !== null ? [[isin, scheme] as const] : [];
    }),
  );
}

interface NavFieldProps {
  readonly isin: string;
  readonly name: string | null;
  readonly nav: string;
}

function NavField({ isin, name, nav }: NavFieldProps) {
  const id = useId();
  const [wrong, setWrong] = useState(false);
  const take = (typed: string) => {
    const text = typed.trim();
    const taken = text === '' || readNav(text) !== null;
    setWrong(!taken);
    if (taken && text !== nav) send({ type: 'nav', isin, nav: text });
  };
  return (
    <p class="nav-field">
      <label for={id}>
        <Text>{name ?? t('Without a name')}</Text> <span class="code">{isin}</span>
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        size={12}
        defaultValue={nav}
        aria-invalid={wrong}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
      {wrong && (
        <span class="absent" role="alert">
          {t('A NAV in rupees, such as 45.6789')}
        </span>
      )}
    </p>
  );
}

import { t } from '../words.ts';

/** Stands where a figure would: the statement does not give it. It is not zero. */
export function NotStated() {
  return <span class="absent">{t('not in this statement')}</span>;
}

/** The same in a dense table: a dash for the eye, the words for everyone else. */
export function Dash({ words = t('not in this statement') }: { readonly words?: string }) {
  return (
    <span class="absent" title={words}>
      <span aria-hidden="true">–</span>
      <span class="unseen">{words}</span>
    </span>
  );
}

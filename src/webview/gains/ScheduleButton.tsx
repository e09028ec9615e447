import { scheduleOfYear } from '../../portfolio/gains/scheduleOfYear.ts';
import type { RealisedGains } from '../../portfolio/gains/realisedGains.ts';
import { send } from '../host.ts';
import { counted, t } from '../words.ts';
import { actOfYear } from './actOfYear.ts';

interface ScheduleButtonProps {
  readonly realised: RealisedGains;
  /** `2024-25`. */
  readonly year: string;
}

/** Exports Schedule 112A of a year, or says why there can be none. Nothing where nothing of the year belongs in it. */
export function ScheduleButton({ realised, year }: ScheduleButtonProps) {
  const found = scheduleOfYear(realised, year);
  if (found.state === 'nothing-sold') return null;
  if (actOfYear(year) === '2025' || found.state === 'form-not-published') {
    return (
      <p class="note schedule">
        {t(
          'No CSV for the return: these sales fall under the Income-tax Act, 2025, whose return forms are not published yet, and nothing says that they will have a Schedule 112A.',
        )}
      </p>
    );
  }
  if (found.state === 'incomplete') {
    const missing = found.sales.length + found.schemes.length;
    return (
      <p class="note schedule">
        {counted(
          missing,
          'No Schedule 112A: of 1 sale this statement does not tell all that it needs.',
          'No Schedule 112A: of {0} sales this statement does not tell all that it needs.',
        )}
      </p>
    );
  }
  const asked = { format: 'schedule112a', year } as const;
  return (
    <>
      <p class="schedule">
        <button
          type="button"
          onClick={() => send({ type: 'export', spec: { ...asked, template: true } })}
        >
          {t('Export under the Portal’s Template')}
        </button>{' '}
        <button type="button" class="link" onClick={() => send({ type: 'export', spec: asked })}>
          {t('Export Schedule 112A')}
        </button>{' '}
        <span class="absent">{t('estimate, not tax advice')}</span>
      </p>
      <p class="note">
        {t(
          'Importing a CSV clears what was typed into Schedule 112A before: import it first, then type what is not in it, such as shares, other statements and funds in demat accounts.',
        )}{' '}
        {t(
          'The portal takes a file only whose first line is that of its own template of the year: download the CSV template in Schedule 112A of the return, and export under it. Without it the first line is as in templates that are known, which the portal may refuse.',
        )}
      </p>
    </>
  );
}

import type { Act } from '../../portfolio/gains/section.ts';
import { t } from '../words.ts';

/** The first year of the Income-tax Act, 2025, which calls it a tax year. */
const FIRST_TAX_YEAR = '2026-27';

/** The Act that taxes the sales of a year. @param year `2024-25` */
export function actOfYear(year: string): Act {
  return year < FIRST_TAX_YEAR ? '1961' : '2025';
}

/** `Financial year 2025-26`, `Tax year 2026-27`, in the editor's language. */
export function yearTitle(year: string): string {
  return actOfYear(year) === '1961' ? t('Financial year {0}', year) : t('Tax year {0}', year);
}

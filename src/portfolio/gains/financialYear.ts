import { civilDay } from '../days.ts';

/** The Indian financial year of a day, April to March: `2024-25`. */
export function financialYear(day: number): string {
  const { year, month } = civilDay(day);
  const first = month >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, '0')}`;
}

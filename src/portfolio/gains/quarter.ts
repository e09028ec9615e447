/** The five periods of a financial year for which table F of Schedule CG asks, as the due days of advance tax part it. */
export const QUARTERS = [1, 2, 3, 4, 5] as const;
export type Quarter = (typeof QUARTERS)[number];

/** The first and the last day of each, month and day. */
export const QUARTER_DAYS: Readonly<Record<Quarter, readonly [string, string]>> = {
  1: ['04-01', '06-15'],
  2: ['06-16', '09-15'],
  3: ['09-16', '12-15'],
  4: ['12-16', '03-15'],
  5: ['03-16', '03-31'],
};

/** The period of a day.
 * @param date ISO date
 */
export function quarterOf(date: string): Quarter {
  const day = date.slice(5);
  if (day >= '03-16' && day <= '03-31') return 5;
  if (day >= '12-16' || day <= '03-15') return 4;
  return QUARTERS.find((quarter) => day <= QUARTER_DAYS[quarter][1]) ?? 5;
}

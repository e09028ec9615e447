import { hundredths, printCredits } from './hundredths.ts';
import type { UsageRequest } from './report.ts';

/**
 * The listed requests as CSV (RFC 4180): one line each, in the order given, times in UTC, credits as plain decimals,
 * nothing where the log says nothing. The service's texts cannot become formulas in a spreadsheet.
 */
export function usageCsv(requests: readonly UsageRequest[]): string {
  const lines = requests.map(({ at, requestId, feature, path, status, credits }) => [
    at === undefined ? '' : new Date(at).toISOString(),
    text(requestId),
    text(feature ?? ''),
    text(path ?? ''),
    String(status ?? ''),
    credits === undefined ? '' : printCredits(hundredths(credits)),
  ]);
  const head = ['Time (UTC)', 'Request ID', 'Feature', 'Path', 'Status', 'Credits'];
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** What a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/;

function text(value: string): string {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

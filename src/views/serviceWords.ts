import { plainText } from './plainText.ts';

/** PANs (five letters, four digits, a letter), e-mail addresses, and numbers as long as folios and BO IDs. */
const personal = /\b[A-Z]{5}\d{4}[A-Z]\b|[\w.+-]+@[\w-]+\.[\w.-]+|\d{8,}/gi;

/** The service's own words for a notification, without what they may repeat of a person's data. */
export function serviceWords(words: string): string {
  return plainText(words).replace(personal, '***');
}

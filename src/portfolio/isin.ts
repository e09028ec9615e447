/** An ISIN's last digit is the Luhn sum of the others, letters counting 10 to 35 (ISO 6166). */
export function isinIsValid(isin: string): boolean {
  if (!/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(isin)) return false;
  const digits = Array.from(isin, (each) => parseInt(each, 36).toString()).join('');
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const ANY = /(?<![A-Z0-9])[A-Z]{2}[A-Z0-9]{9}\d(?![A-Z0-9])/g;

/** The ISIN that stands in the name of a holding; null where there is none, or more than one. */
export function isinInName(name: string | null): string | null {
  const found = new Set(name?.match(ANY)?.filter(isinIsValid));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

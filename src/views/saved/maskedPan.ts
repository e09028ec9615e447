const PAN = /^[A-Z]{5}\d{4}[A-Z]$/i;

/** `AB••••••4F`: enough to tell the members of a family apart. What is not a whole PAN is hidden wholly. */
export function maskedPan(pan: string): string {
  const compact = pan.replace(/\s/g, '');
  return PAN.test(compact)
    ? `${compact.slice(0, 2)}••••••${compact.slice(-2)}`.toUpperCase()
    : '••••••••••';
}

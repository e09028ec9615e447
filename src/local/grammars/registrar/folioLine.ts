/** What a folio line says: `Folio No: 10000001 / 02   PAN: ABCDE1234F   KYC: OK  PAN: OK`. All but the number may be missing. */
export interface FolioLine {
  readonly number: string;
  readonly pan: string | null;
  readonly kyc: string | null;
  readonly panKyc: string | null;
}

const FOLIO = /^Folio\s*(?:No|Number)?\s*\.?\s*:\s*(.+)$/i;
const NUMBER = /^([A-Z0-9][A-Z0-9-]*(?:\s?\/\s?[A-Z0-9]+)*)(?=\s|$|PAN|KYC)/i;
const PAN = /\bPAN\s*:\s*([A-Z*]{5}[\dX*]{4}[A-Z*])\b/i;
/** Registrars' words, then those that KYC registration agencies have had since 2024. */
const STATUS = String.raw`(NOT\s+OK|OK|NOT\s+AVAILABLE|N\.?A\.?|VALIDATED|REGISTERED|ON[\s-]?HOLD|REJECTED)`;

/** Reads a line that starts with `Folio No`; null when it is something else. */
export function readFolioLine(text: string): FolioLine | null {
  const rest = FOLIO.exec(text)?.[1]?.replace(/(PAN|KYC)\s*:/gi, ' $1:');
  const number = NUMBER.exec(rest ?? '')?.[1];
  if (rest === undefined || number === undefined || !/\d/.test(number)) return null;
  const pan = PAN.exec(rest)?.[1] ?? null;
  const status = (label: string): string | null =>
    new RegExp(String.raw`\b${label}\s*:\s*${STATUS}`, 'i').exec(rest)?.[1]?.toUpperCase() ?? null;
  return { number: number.trim(), pan, kyc: status('KYC'), panKyc: status('PAN') };
}

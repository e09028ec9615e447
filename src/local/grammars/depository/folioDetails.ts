import { ISIN } from '../../text/isin.ts';

/** What a statement says of a folio apart from its holdings: `AMC Name :`, `Folio No :`, `ISIN : .. UCC : .. RTA :`. */
export interface FolioDetail {
  amc: string | null;
  folio: string | null;
  isin: string | null;
  registrar: string | null;
  nominee: string | null;
  scheme: string | null;
  schemeCode: string | null;
}

const LABEL =
  /(AMC Name|Scheme Name|Scheme Code|Folio No\.?|Mode of Holding|ISIN|UCC|RTA|KYC(?: of Investor)?|Nominee|Email|Mobile)\s*:\s*(.*?)(?=\s+(?:AMC Name|Scheme Name|Scheme Code|Folio No\.?|Mode of Holding|ISIN|UCC|RTA|KYC(?: of Investor)?|Nominee|Email|Mobile)\s*:|$)/gi;
const BELONGS =
  /^(?:AMC Name|Scheme Name|Folio No\.?)\s*:|^ISIN\s*:\s*\S.{0,30}?\s+(?:UCC|RTA)\s*:/i;

/** Collects the details of fund folios, in the order they are printed. */
export class FolioDetails {
  private readonly details: FolioDetail[] = [];
  /** Whether the last of them has its ISIN already, or is known to have none. */
  private saidIsin = false;

  /** Takes a line that says something of a folio; false when it does not. */
  read(text: string): boolean {
    if (!BELONGS.test(text)) return false;
    for (const [, label = '', value = ''] of text.matchAll(LABEL))
      this.take(label.toLowerCase(), value.trim());
    return true;
  }

  /** What follows is of no folio that was spoken of so far. */
  close(): void {
    this.saidIsin = true;
  }

  find(folio: string, isin: string | null): FolioDetail | null {
    const number = folio.replace(/\s/g, '');
    const same = this.details.filter((detail) => detail.folio?.replace(/\s/g, '') === number);
    return (
      same.find((detail) => detail.isin === isin) ?? (same.length === 1 ? (same[0] ?? null) : null)
    );
  }

  /** The folio numbers it says something of, without spaces. */
  get numbers(): string[] {
    return this.details.flatMap(({ folio }) => folio?.replace(/\s/g, '') ?? []);
  }

  private take(label: string, value: string): void {
    if (label === 'amc name' || this.details.length === 0) this.start(value, label);
    // Another ISIN is another scheme, of a folio that is not said here: above transactions there can be nothing else.
    if (label === 'isin' && this.saidIsin) this.start('', label);
    if (label === 'isin') this.saidIsin = true;
    const last = this.details.at(-1);
    if (!last || value === '') return;
    if (label.startsWith('folio')) {
      // Several folios of one fund house follow one `AMC Name`.
      if (last.folio !== null) this.start(last.amc ?? '', 'amc name');
      const open = this.details.at(-1);
      if (open) open.folio = value;
    } else if (label === 'isin') last.isin = new RegExp(ISIN).exec(value)?.[0] ?? null;
    else if (label === 'rta') last.registrar = value.toUpperCase();
    else if (label === 'nominee') last.nominee = value;
    else if (label === 'scheme name') last.scheme = value;
    else if (label === 'scheme code') last.schemeCode = value;
  }

  private start(value: string, label: string): void {
    this.saidIsin = false;
    this.details.push({
      amc: label === 'amc name' && value !== '' ? value : null,
      folio: null,
      isin: null,
      registrar: null,
      nominee: null,
      scheme: null,
      schemeCode: null,
    });
  }
}

import { createHash } from 'node:crypto';

/** A PDF on this computer. */
export interface Statement {
  readonly name: string;
  readonly uri: string;
  readonly pdf: Uint8Array;
  /** SHA-256 in hex. */
  readonly hash: string;
  readonly locked: boolean;
  /** What the service makes of it. */
  readonly portfolio: string;
}

export const PASSWORD = 'ABCDE1234F';

const made = new Map<string, Statement>();

/** The same one for the same number. */
export function statement(number: number, locked: boolean): Statement {
  const name = `statement-${number}${locked ? '-locked' : ''}.pdf`;
  const known = made.get(name);
  if (known) return known;
  const lock = locked ? 'trailer <</Encrypt 2 0 R>>' : '';
  const pdf = Buffer.from(`%PDF-1.4\n${name}\n${lock}\n%%EOF`);
  const fresh = {
    name,
    uri: `file:///statements/${name}`,
    pdf,
    hash: createHash('sha256').update(pdf).digest('hex'),
    locked,
    portfolio: JSON.stringify({
      status: 'success',
      meta: { cas_type: 'CDSL', generated_at: '2026-08-01T00:00:00Z' },
      investor: { name: 'Invented Person', pan: PASSWORD },
      demat_accounts: [],
      mutual_funds: [],
      summary: { total_value: number },
    }),
  };
  made.set(name, fresh);
  return fresh;
}

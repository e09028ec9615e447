import { statementDay } from '../../portfolio/compare/statementDay.ts';
import type { Investor, StatementKind } from '../../portfolio/model.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import { isSample } from '../../portfolio/savedPortfolio.ts';

/** What a list of portfolios says of one: whose statement of what and when. */
export interface StatementHead {
  readonly ok: true;
  readonly investor: Pick<Investor, 'name' | 'pan'>;
  readonly kind: StatementKind | null;
  /** The last day of its period, `YYYY-MM-DD`; null when it prints none that exists. */
  readonly day: string | null;
  /** From the sandbox: nobody's statement. */
  readonly sample: boolean;
}

/** Why nothing can be said of a file. */
export type NoHead = 'not-json' | 'not-a-portfolio' | 'too-large' | 'cannot-be-read';

export type HeadResult = StatementHead | { readonly ok: false; readonly reason: NoHead };

/** Reads a saved portfolio in UTF-8. All of it, because only then it is certain to be one: not for the extension host's thread. */
export function readHead(bytes: Uint8Array): HeadResult {
  const text = new TextDecoder().decode(bytes);
  const read = readPortfolio(text);
  if (!read.ok) return read;
  const { investor, statement } = read.portfolio;
  return {
    ok: true,
    investor: { name: investor.name, pan: investor.pan },
    kind: statement.kind,
    day: statementDay(read.portfolio),
    sample: isSample(text),
  };
}

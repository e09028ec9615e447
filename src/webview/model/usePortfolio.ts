import { useEffect, useState } from 'preact/hooks';
import { positions } from '../../portfolio/positions.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import type { JsonText } from '../../views/messages.ts';
import { decodeJson } from './decodeJson.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';

/** What the page knows of the portfolio it was given. */
export type Read =
  | { readonly state: 'reading' }
  | {
      readonly state: 'unreadable';
      readonly reason: 'not-json' | 'not-a-portfolio';
    }
  | {
      readonly state: 'read';
      readonly portfolio: Portfolio;
      readonly all: readonly Position[];
    };

/** Reads a portfolio; until a new one is read, the one before it stays. */
export function usePortfolio(text: JsonText): Read {
  const [read, setRead] = useState<Read>({ state: 'reading' });
  useEffect(() => {
    const result = readPortfolio(decodeJson(text));
    setRead(
      result.ok
        ? {
            state: 'read',
            portfolio: result.portfolio,
            all: positions(result.portfolio),
          }
        : { state: 'unreadable', reason: result.reason },
    );
  }, [text]);
  return read;
}

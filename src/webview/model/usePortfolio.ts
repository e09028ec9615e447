import { useLayoutEffect, useState } from 'preact/hooks';
import { positions } from '../../portfolio/positions.ts';
import type { Position } from '../../portfolio/positions.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import { nextTask } from './nextTask.ts';

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

/** Longer than this, and the reading has a task of its own. */
const LONG = 2_000_000;

/** Reads a portfolio; until a new one is read, the one before it stays. */
export function usePortfolio(text: string): Read {
  const [read, setRead] = useState<Read>({ state: 'reading' });
  // Not an effect: those wait until the page has painted, and there is nothing to paint before.
  useLayoutEffect(() => {
    let current = true;
    const now = readNow(text);
    if (text.length < LONG) setRead(now);
    else void nextTask().then(() => current && setRead(now));
    return () => {
      current = false;
    };
  }, [text]);
  return read;
}

function readNow(text: string): Read {
  const result = readPortfolio(text);
  if (!result.ok) return { state: 'unreadable', reason: result.reason };
  const { portfolio } = result;
  return { state: 'read', portfolio, all: positions(portfolio) };
}

import { useEffect, useState } from 'preact/hooks';
import { asFamily } from '../../portfolio/family/asFamily.ts';
import { countedPortfolio } from '../../portfolio/family/countedPortfolio.ts';
import type { CountedPortfolio } from '../../portfolio/family/countedPortfolio.ts';
import type { Family } from '../../portfolio/family/family.ts';
import { readPortfolio } from '../../portfolio/readPortfolio.ts';
import type { FamilyStatement } from '../../views/messages.ts';
import { decodeJson } from './unpackedJson.ts';
import { nextTask } from './nextTask.ts';

/** What the page knows of the statements that it shows together. */
export interface ReadFamily {
  readonly family: Family;
  readonly counted: CountedPortfolio;
  /** The names of the files, in the order of the family's statements. */
  readonly titles: readonly string[];
  /** Files that are no portfolio. */
  readonly unreadable: readonly string[];
}

/** Reads several statements, a task each, so that the page stays answerable; until new ones are read, those before stay. */
export function useFamily(statements: readonly FamilyStatement[]): ReadFamily | null {
  const [read, setRead] = useState<ReadFamily | null>(null);
  useEffect(() => {
    let current = true;
    void readAll(statements).then((family) => {
      if (current) setRead(family);
    });
    return () => {
      current = false;
    };
  }, [statements]);
  return read;
}

async function readAll(statements: readonly FamilyStatement[]): Promise<ReadFamily> {
  const read = [];
  for (const { title, text } of statements) {
    const result = readPortfolio(decodeJson(text));
    read.push({ title, portfolio: result.ok ? result.portfolio : null });
    await nextTask();
  }
  const readable = read.flatMap(({ title, portfolio }) =>
    portfolio ? [{ title, portfolio }] : [],
  );
  const family = asFamily(readable.map(({ portfolio }) => portfolio));
  return {
    family,
    counted: countedPortfolio(family),
    titles: readable.map(({ title }) => title),
    unreadable: read.flatMap(({ title, portfolio }) => (portfolio ? [] : [title])),
  };
}

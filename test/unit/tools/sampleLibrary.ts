import type { StatementLibrary } from '../../../src/tools/statementLibrary.ts';
import { inOrder, knownStatement } from '../../../src/tools/statementLibrary.ts';
import { SAMPLES, sampleText } from '../portfolio/samples.ts';

/** What has been parsed: these texts, by the names of their files. */
export function libraryOf(texts: Readonly<Record<string, string>>): StatementLibrary {
  const found = Object.entries(texts)
    .map(([file, text]) => knownStatement(text, file))
    .filter((statement) => statement !== undefined);
  return { read: () => Promise.resolve({ statements: inOrder(found), leftOut: 0 }) };
}

/** All samples, as saved portfolios. */
export function sampleLibrary(): StatementLibrary {
  return libraryOf(
    Object.fromEntries(SAMPLES.map((name) => [`${name}.cas.json`, sampleText(name)])),
  );
}

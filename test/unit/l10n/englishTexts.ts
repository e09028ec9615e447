import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../editor/cache.ts';

/** A text of the sources, with the file that shows it. */
export type Texts = ReadonlyMap<string, string>;

/** Which arguments of a call are texts for people. */
const CALLS: ReadonlyMap<string, readonly number[]> = new Map([
  ['l10n.t', [0]],
  ['t', [0]],
  ['sentence', [0]],
  ['counted', [1, 2]],
]);

/** Notes on a transaction hand their texts on. */
const HANDED_ON = {
  file: 'src/webview/transactions/TransactionNotes.tsx',
  by: ['figure', 'changed'],
};

/** Tables of texts that are looked up before they are translated, by the name of the constant. */
const TABLES = new Set(
  'MESSAGES KIND_NAMES NAMES OUTCOMES REASONS STATUS WARNINGS WHY BECAUSE NO_RETURN DIMENSION_NAMES TERMS NO_LOTS NO_TAXABLE KIND_MEANINGS RULE_NAMES PERIOD_NAMES NOT_TOLD COLUMN_NAMES SECTIONS RULES MONTHS GROUPS FAMILY_GROUPS'.split(
    ' ',
  ),
);

/** What is exported or read from a PDF is not the interface. */
const TABLES_IN =
  /^src\/(webview|views|usage|commands)\/|^src\/portfolio\/(transactionType|formatDate|returns\/noReturn)\.ts$|localParseError/;

/** Types of a scheme that the service documents; any other is shown as it is. */
const SCHEME_TYPES = ['Equity', 'Debt', 'Hybrid', 'Other'];

/** Every text that the extension or its pages show, read from the sources. */
export async function englishTexts(): Promise<Texts> {
  const texts = new Map(SCHEME_TYPES.map((type) => [type, 'the service']));
  for await (const file of glob('src/**/*.{ts,tsx}', { cwd: root }))
    for (const text of textsOf(file)) if (text !== '') texts.set(text, file);
  return texts;
}

function textsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const hasTables = TABLES_IN.test(file);
  const found: string[] = [];
  const visit = (node: ts.Node, table: string | undefined): void => {
    const inTable = ts.isVariableDeclaration(node) ? tableName(node, source) : table;
    if (ts.isCallExpression(node)) {
      const name = node.expression.getText(source);
      const isHandedOn = file === HANDED_ON.file && HANDED_ON.by.includes(name);
      const places = CALLS.get(name) ?? (isHandedOn ? [0] : []);
      found.push(...places.flatMap((place) => literals(node.arguments[place])));
    }
    if (hasTables && inTable !== undefined && ts.isStringLiteral(node) && isText(node, inTable))
      found.push(node.text);
    ts.forEachChild(node, (child) => visit(child, inTable));
  };
  visit(source, undefined);
  return found;
}

function tableName(node: ts.VariableDeclaration, source: ts.SourceFile): string | undefined {
  const name = node.name.getText(source);
  return TABLES.has(name) ? name : undefined;
}

/** A value of a table, not one of its keys. */
function isText(node: ts.StringLiteral, table: string): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent))
    return parent.initializer === node && (table !== 'RULES' || parent.name.getText() === 'label');
  return (
    ts.isArrayLiteralExpression(parent) &&
    (table === 'MONTHS' || parent.elements.indexOf(node) === 1)
  );
}

/** The texts that an argument may be; none where it is looked up elsewhere. */
function literals(node: ts.Node | undefined): string[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literals(node.expression);
  return ts.isConditionalExpression(node)
    ? [...literals(node.whenTrue), ...literals(node.whenFalse)]
    : [];
}

import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';

/** A cell as Excel understands it. */
export type WorkbookCell = string | number | { readonly date: string } | undefined;

/** The files in a workbook, as text. */
export function workbookFiles(workbook: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder();
  return new Map(
    Object.entries(unzipSync(workbook)).map(([name, bytes]) => [name, decoder.decode(bytes)]),
  );
}

/** The rows of each sheet by its name, read from the XML (ECMA-376). */
export function readWorkbook(workbook: Uint8Array): ReadonlyMap<string, WorkbookCell[][]> {
  const files = workbookFiles(workbook);
  const file = (name: string) => {
    const text = files.get(name);
    assert.ok(text !== undefined, name);
    return text;
  };
  const texts = all(file('xl/sharedStrings.xml'), /<si><t[^>]*>([^]*?)<\/t><\/si>/g).map(
    ([, text = '']) => decoded(text),
  );
  const formats = new Map(
    all(file('xl/styles.xml'), /<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g).map(
      ([, id = '', code = '']) => [id, code],
    ),
  );
  const [, cellStyles = ''] = /<cellXfs[^>]*>([^]*?)<\/cellXfs>/.exec(file('xl/styles.xml')) ?? [];
  const isDate = all(cellStyles, /<xf [^>]*?numFmtId="(\d+)"|<xf /g).map(([, id = '']) =>
    (formats.get(id) ?? '').includes('yy'),
  );
  const sheets = all(file('xl/workbook.xml'), /<sheet [^>]*?name="([^"]*)"/g);
  return new Map(
    sheets.map(([, name = ''], index) => [
      name,
      readSheet(file(`xl/worksheets/sheet${index + 1}.xml`), texts, isDate),
    ]),
  );
}

function readSheet(xml: string, texts: readonly string[], isDate: readonly boolean[]) {
  return all(xml, /<row [^>]*>([^]*?)<\/row>/g).map(([, row = '']) => {
    const cells: WorkbookCell[] = [];
    for (const [, attributes = '', value = ''] of all(row, /<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)) {
      const [, column = ''] = /r="([A-Z]+)\d+"/.exec(attributes) ?? [];
      const style = Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0);
      cells[column.charCodeAt(0) - 65] = attributes.includes(' t="s"')
        ? texts[Number(value)]
        : number(Number(value), isDate[style] === true);
    }
    return Array.from(cells);
  });
}

function number(value: number, isDate: boolean): WorkbookCell {
  if (!isDate) return value;
  // Excel counts days, and 1 January 1970 is the 25,569th.
  return { date: new Date((value - 25_569) * 86_400_000).toISOString() };
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/_x([\da-fA-F]{4})_/g, (_escape, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
}

function all(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

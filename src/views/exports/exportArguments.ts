import { parseArgs } from 'node:util';
import { UsageError } from '../../commandLine/commandLineError.ts';
import { EXPORT_FORMATS, EXPORT_TABLES, canBeMasked } from '../../portfolio/exports/exportSpec.ts';
import type { ExportFormat } from '../../portfolio/exports/exportSpec.ts';
import type { ExportJob } from './exportJob.ts';

/** JSON is the file itself, and a tax form asks for a year and for what only the person knows. */
const FORMATS = EXPORT_FORMATS.filter(isOfScripts);
type ScriptFormat = Exclude<ExportFormat, 'json' | 'schedule112a'>;

export const EXPORT_USAGE = `Usage: npm run --silent export -- FILE --format ${FORMATS.join('|')} [--what ${EXPORT_TABLES.join('|')}] [--masked] [--facts FILE.json] [--out FILE]`;

interface ExportArguments {
  /** The portfolio. */
  readonly file: string;
  readonly spec: ExportJob['spec'];
  /** A file of what only the owner knows. */
  readonly facts: string | undefined;
  /** Where to; standard output without one. */
  readonly out: string | undefined;
}

/** @throws UsageError */
export function exportArguments(args: readonly string[]): ExportArguments {
  const { values, positionals } = parsed(args);
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError('');
  if (others.length > 0) throw new UsageError('One file at a time can be exported.');
  const format = FORMATS.find((one) => one === values.format);
  if (format === undefined) throw new UsageError('The format is missing or none of these.');
  const what = EXPORT_TABLES.find((one) => one === (values.what ?? EXPORT_TABLES[0]));
  if (what === undefined) throw new UsageError('--what is one of these only.');
  const masked = values.masked ?? false;
  if (masked && !canBeMasked(format))
    throw new UsageError(`Nothing of ${format} would be left with amounts and names hidden.`);
  return { file, spec: { format, what, masked }, facts: values.facts, out: values.out };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        what: { type: 'string' },
        masked: { type: 'boolean' },
        facts: { type: 'string' },
        out: { type: 'string' },
      },
    });
  } catch {
    // Its own message may repeat what was typed.
    throw new UsageError('There is no such option.');
  }
}

function isOfScripts(format: ExportFormat): format is ScriptFormat {
  return format !== 'json' && format !== 'schedule112a';
}

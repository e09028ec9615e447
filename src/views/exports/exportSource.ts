import { Uri } from 'vscode';
import type { JsonText } from '../messages.ts';
import { fileName } from '../fileName.ts';
import { SAVED_ENDING } from '../../portfolio/savedPortfolio.ts';

/** A portfolio to export, as a page shows it or as it stands in a file. */
export interface ExportSource {
  /** The JSON, as text or in UTF-8; several statements that are shown as one portfolio are a list. */
  readonly content: JsonText | readonly JsonText[];
  /** The PDF that it came from, or the file that it is saved in: the export is suggested to stand beside it. */
  readonly file: Uri;
  /** It came from the sandbox; a saved portfolio says so itself. */
  readonly sample: boolean;
}

/** Where an export is suggested to go. The file's own name often holds a PAN, so a masked export does not take it. */
export function suggestedFile({ file }: ExportSource, ending: string, masked: boolean): Uri {
  const name = masked ? 'portfolio-masked' : nameOnly(fileName(file));
  return Uri.joinPath(file, '..', name + ending);
}

function nameOnly(name: string): string {
  const lower = name.toLowerCase();
  const ending = [SAVED_ENDING, '.pdf', '.json'].find((one) => lower.endsWith(one)) ?? '';
  return name.slice(0, name.length - ending.length);
}

import { Found } from './found.ts';
import type { Place } from './layout/line.ts';

/** Something that did not reconcile or was not understood. `message` is plain English and holds no amount and no name. */
export interface LocalWarning {
  readonly code: string;
  readonly message: string;
  readonly page: number;
  readonly row: number;
}

/** A line of the statement that is no money: a change of bank, a nominee registered. Kept as printed. */
export interface StatementNote {
  readonly text: string;
  readonly page: number;
  readonly row: number;
}

/** Collects what a parse has to say beside its numbers. */
export class Notes {
  readonly warnings: LocalWarning[] = [];
  readonly notes: StatementNote[] = [];
  readonly found = new Found();

  warn(code: string, message: string, { page, row }: Place): void {
    this.warnings.push({ code, message, page, row });
  }

  keep(text: string, { page, row }: Place): void {
    this.notes.push({ text, page, row });
  }
}

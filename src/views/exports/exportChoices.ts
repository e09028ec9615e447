import { l10n } from 'vscode';
import type {
  ExportFormat,
  ExportRequest,
  ExportTable,
} from '../../portfolio/exports/exportSpec.ts';

/** One of the things that a portfolio can be exported as. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly what: ExportTable;
  readonly label: string;
  /** What it is good for, in a line. */
  readonly detail: string;
  /** Of the file, with what comes before the ending to tell it from others of the same portfolio. */
  readonly ending: string;
}

export function exportChoices(): ExportChoice[] {
  return [
    {
      format: 'csv',
      what: 'holdings',
      label: l10n.t('Holdings as CSV'),
      detail: l10n.t('A line for each holding, every digit as it is, for spreadsheets and scripts'),
      ending: '-holdings.csv',
    },
    {
      format: 'csv',
      what: 'transactions',
      label: l10n.t('Transactions as CSV'),
      detail: l10n.t('A line for each transaction, every digit as it is'),
      ending: '-transactions.csv',
    },
    {
      format: 'xlsx',
      what: 'holdings',
      label: l10n.t('Excel Workbook'),
      detail: l10n.t('Summary, holdings and transactions, with real numbers and dates'),
      ending: '.xlsx',
    },
    {
      format: 'markdown',
      what: 'holdings',
      label: l10n.t('Holdings as Markdown'),
      detail: l10n.t('A summary and a table to read and to paste'),
      ending: '-holdings.md',
    },
    {
      format: 'markdown',
      what: 'transactions',
      label: l10n.t('Transactions as Markdown'),
      detail: l10n.t('A summary and a table of transactions'),
      ending: '-transactions.md',
    },
    {
      format: 'hledger',
      what: 'transactions',
      label: l10n.t('hledger Journal'),
      detail: l10n.t('Transactions as double entries with prices and closing units'),
      ending: '.journal',
    },
    {
      format: 'ledger',
      what: 'transactions',
      label: l10n.t('Ledger Journal'),
      detail: l10n.t('The same for Ledger'),
      ending: '.ledger',
    },
    {
      format: 'beancount',
      what: 'transactions',
      label: l10n.t('Beancount Journal'),
      detail: l10n.t('The same for Beancount, with lots where the statement shows every purchase'),
      ending: '.beancount',
    },
    {
      format: 'qif',
      what: 'transactions',
      label: l10n.t('QIF for GnuCash and KMyMoney'),
      detail: l10n.t('Investment accounts with every purchase, sale, IDCW, merger and gift'),
      ending: '.qif',
    },
    {
      format: 'portfolio-performance',
      what: 'transactions',
      label: l10n.t('Portfolio Performance CSV'),
      detail: l10n.t('For its import of portfolio transactions, in its words'),
      ending: '-portfolio-performance.csv',
    },
    {
      format: 'ghostfolio',
      what: 'transactions',
      label: l10n.t('Ghostfolio JSON'),
      detail: l10n.t('Accounts, funds and activities for its import'),
      ending: '-ghostfolio.json',
    },
    {
      format: 'schedule112a',
      what: 'transactions',
      label: l10n.t('Schedule 112A as CSV (Estimate)'),
      detail: l10n.t(
        'Long-term gains of equity funds in one financial year, for the tax return: no tax advice',
      ),
      ending: '-schedule-112a.csv',
    },
    {
      format: 'json',
      what: 'holdings',
      label: l10n.t('JSON as Received'),
      detail: l10n.t('All of it, unchanged; opens here again'),
      ending: '.cas.json',
    },
  ];
}

/** The choice that a request has made already. */
export function requestedChoice({ format, what }: ExportRequest): ExportChoice | undefined {
  if (format === undefined) return undefined;
  const ofFormat = exportChoices().filter((choice) => choice.format === format);
  return ofFormat.find((choice) => choice.what === what) ?? ofFormat[0];
}

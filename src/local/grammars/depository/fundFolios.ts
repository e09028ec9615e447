import { emptyScheme } from '../../emptyScheme.ts';
import type { Line, Place } from '../../layout/line.ts';
import type { Notes } from '../../notes.ts';
import type { PrintedFolio, PrintedScheme } from '../../statement.ts';
import { straightenSigns } from '../registrar/straightenSigns.ts';
import { withoutMarkers } from './footnoteMarks.ts';
import type { FolioDetail, FolioDetails } from './folioDetails.ts';
import { openingOf } from './fundMovementTable.ts';
import type { FundMovements } from './fundMovementTable.ts';
import type { HoldingRecord } from './holdingTable.ts';

/** The folios of a table of fund units, with what the statement says of them elsewhere. */
export function fundFolios(
  records: readonly HoldingRecord[],
  details: FolioDetails,
  lines: readonly Line[],
  markers: readonly string[],
): PrintedFolio[] {
  const folios = new Map<string, PrintedFolio>();
  const houses = housesBeside(lines);
  for (const record of records) {
    const number = (record.cells.text('folio') ?? '').replace(/\s/g, '');
    const detail = details.find(number, record.isin);
    const amc = detail?.amc ?? houses.get(number) ?? null;
    // Folio numbers repeat across fund houses; an ISIN's first seven characters name the house.
    const key = `${number} ${amc ?? record.isin?.slice(0, 7) ?? ''}`;
    const folio = folios.get(key) ?? emptyFolio(number, amc, record.anchor);
    folios.set(key, folio);
    folio.schemes.push(schemeOf(record, detail, markers));
  }
  return [...folios.values()];
}

function emptyFolio(number: string, amc: string | null, { page, row }: Place): PrintedFolio {
  const unknown = { pan: null, kyc: null, panKyc: null };
  return { place: { page, row }, number, amc, ...unknown, holders: [], schemes: [] };
}

/** The back matter names the fund house of each folio in a row of its own. */
function housesBeside(lines: readonly Line[]): ReadonlyMap<string, string> {
  const houses = new Map<string, string>();
  for (const { text } of lines) {
    if (!/(?:Fund|MF)(?:$| {3})/i.test(text)) continue;
    const cells = text.split(/ {3,}/);
    const house = cells.find((cell) => /(?:Mutual\s+Fund|\bMF)$/i.test(cell));
    if (house === undefined) continue;
    for (const cell of cells) {
      const folio = cell.replace(/\s/g, '');
      if (folio !== '' && !houses.has(folio)) houses.set(folio, house.trim());
    }
  }
  return houses;
}

function schemeOf(
  { isin, anchor, cells, figures }: HoldingRecord,
  detail: FolioDetail | null,
  markers: readonly string[],
): PrintedScheme {
  return {
    ...emptyScheme(anchor),
    name: withoutMarkers(cells.text('name') ?? '', markers),
    rtaCode: detail?.schemeCode ?? null,
    isin,
    advisor: cells.text('adviser')?.replace(/\s/g, '').toUpperCase() ?? null,
    registrar: detail?.registrar ?? null,
    nominees: detail?.nominee ? [detail.nominee] : [],
    close: figures.units,
    nav: figures.price,
    cost: figures.cost,
    value: figures.value,
    gain: figures.gain,
    gainPercent: cells.number('gainPercent'),
    annualReturn: cells.number('annualReturn'),
  };
}

/** Files transactions under their folios; one of which nothing is held any more has only them. */
export function addFundMovements(
  folios: PrintedFolio[],
  movements: readonly FundMovements[],
  details: FolioDetails,
  notes: Notes,
): void {
  for (const movement of movements) {
    const { isin, folio, transactions, close } = movement;
    const place = transactions[0]?.place ?? close ?? { page: 1, row: 1 };
    if (isin === null) {
      notes.warn('no-folio', 'Fund transactions of no folio; they were left out.', place);
      continue;
    }
    const scheme = findScheme(folios, isin, folio) ?? soldScheme(folios, movement, details, place);
    scheme.open ??= openingOf(movement, notes.found);
    scheme.close ??= close ?? transactions.at(-1)?.balance ?? null;
    scheme.transactions.push(...transactions);
    straightenSigns(scheme, 'eitherWay', notes);
  }
}

function findScheme(
  folios: readonly PrintedFolio[],
  isin: string,
  folio: string | null,
): PrintedScheme | undefined {
  const number = folio?.replace(/\s/g, '');
  return folios
    .filter((each) => number === undefined || each.number === number)
    .flatMap(({ schemes }) => schemes)
    .find((scheme) => scheme.isin === isin);
}

function soldScheme(
  folios: PrintedFolio[],
  { isin, folio }: FundMovements,
  details: FolioDetails,
  place: Place,
): PrintedScheme {
  const detail = details.find(folio ?? '', isin ?? '');
  const scheme: PrintedScheme = {
    ...emptyScheme(place),
    name: detail?.scheme ?? '',
    rtaCode: detail?.schemeCode ?? null,
    isin,
    registrar: detail?.registrar ?? null,
    nominees: detail?.nominee ? [detail.nominee] : [],
  };
  const number = folio ?? '';
  const known = folios.find((each) => each.number === number && each.amc === detail?.amc);
  const home = known ?? emptyFolio(number, detail?.amc ?? null, place);
  if (!known) folios.push(home);
  home.schemes.push(scheme);
  return scheme;
}

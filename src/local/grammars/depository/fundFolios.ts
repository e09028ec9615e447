import { emptyScheme } from '../../emptyScheme.ts';
import type { Line, Place } from '../../layout/line.ts';
import type { PrintedFolio, PrintedScheme } from '../../statement.ts';
import { withoutMarkers } from './footnoteMarks.ts';
import type { FolioDetail, FolioDetails } from './folioDetails.ts';
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

/** A folio that nothing is known of but its number and fund house. */
export function emptyFolio(number: string, amc: string | null, { page, row }: Place): PrintedFolio {
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

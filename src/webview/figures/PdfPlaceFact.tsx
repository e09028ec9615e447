import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PdfPlace, PdfPlaces } from '../../portfolio/pdfPlaces.ts';
import { Fact } from '../pieces/Facts.tsx';
import { t } from '../words.ts';

const Context = createContext<PdfPlaces>(new Map());

export const PdfPlacesProvider = Context.Provider;

/** Where in the PDF a holding was read; nothing where that is not known. */
export function PdfPlaceFact({ item }: { readonly item: object }) {
  const place = useContext(Context).get(item);
  return place ? <Fact name={t('Read from')}>{placeText(place)}</Fact> : null;
}

/** For each transaction, its place in the PDF as a hint; undefined where that is not known. */
export function usePdfPlaceHint(): (item: object) => string | undefined {
  const places = useContext(Context);
  return (item) => {
    const place = places.get(item);
    return place && placeText(place);
  };
}

function placeText({ page, line }: PdfPlace): string {
  return t('page {0}, line {1} of the PDF', page, line);
}

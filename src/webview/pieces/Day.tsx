import { formatDate, formatDateTime } from '../../portfolio/formatDate.ts';
import { t } from '../words.ts';
import { NotStated } from './NotStated.tsx';
import { Text } from './Text.tsx';

/** A date of the statement, in the editor's words. */
export function Day({ date }: { readonly date: string | null }) {
  return date === null ? <NotStated /> : <Text>{formatDate(date, monthName)}</Text>;
}

export function Moment({ time }: { readonly time: string | null }) {
  return time === null ? <NotStated /> : <Text>{formatDateTime(time, monthName)}</Text>;
}

const monthName = (english: string) => t(english);

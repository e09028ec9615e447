import { parseDay } from '../../portfolio/days.ts';
import { formatDate, formatDateTime } from '../../portfolio/formatDate.ts';
import { t } from '../words.ts';
import { NotStated } from './NotStated.tsx';
import { Personal, Text } from './Text.tsx';

/** A date of the statement, in the editor's words. What is no date may be any text, a name too. */
export function Day({ date }: { readonly date: string | null }) {
  if (date === null) return <NotStated />;
  if (parseDay(date) === null) return <Personal>{date}</Personal>;
  return <Text>{formatDate(date, monthName)}</Text>;
}

export function Moment({ time }: { readonly time: string | null }) {
  return time === null ? <NotStated /> : <Text>{formatDateTime(time, monthName)}</Text>;
}

const monthName = (english: string) => t(english);

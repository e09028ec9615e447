/**
 * Reads a time in a body of the service: ISO 8601, in UTC where no zone is given (its samples end in Z, and the
 * framework that its other bodies show leaves the Z out easily).
 * @returns milliseconds since the epoch; `undefined` when it makes no sense
 */
export function serviceTime(text: string | null | undefined): number | undefined {
  const parts =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      text?.trim() ?? '',
    );
  if (!parts) return undefined;
  const [, day = '', time = '', zone = 'Z'] = parts;
  const read = Date.parse(`${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(read) ? undefined : read;
}

const TITLE = /^(?:MR|MRS|MS|MISS|DR|SHRI|SMT|KUM|MASTER)\b\.?\s*/;

/** Whether two printed names are one person's: titles, dots, spaces, capitals and the order of the words aside. */
export function isSamePerson(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && wordsOf(one) !== '' && wordsOf(one) === wordsOf(other);
}

function wordsOf(name: string): string {
  const words =
    name
      .toUpperCase()
      .replace(TITLE, '')
      .match(/[\p{L}\p{M}\d]+/gu) ?? [];
  return words.sort().join(' ');
}

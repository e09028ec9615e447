/** Control characters, and those that reorder or hide what is read. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;

/** What Markdown gives a meaning to inside of a line: CommonMark, GitHub's tables, strikethrough and links, formulas. */
const MARKUP = /[\\`*_{}[\]<>#|~&!$@^]|[:/](?=\/)|(?<=www)\./giu;

/** Text of a statement as Markdown that shows exactly this text: in one line, without markup, links or cells of its own. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(UNSEEN, '')
    .replace(MARKUP, (character) => `\\${character}`)
    .trim();
}

/** Levels that are set in: lines of brackets in brackets would otherwise become longer than any text may be. */
const DEEPEST_SHOWN = 64;

/**
 * Lays JSON out over lines without touching a character of its values:
 * parsing and printing it again would change numbers that a double cannot hold. A string without its end goes to the end of the text.
 */
export function indentJson(text: string): string {
  let depth = 0;
  const line = () => `\n${'  '.repeat(Math.min(depth, DEEPEST_SHOWN))}`;
  return text.replace(
    /("[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$))|(\{\s*\}|\[\s*\])|([{[])|([}\]])|(,)|(:)|\s+/g,
    (
      token,
      string?: string,
      empty?: string,
      open?: string,
      close?: string,
      comma?: string,
      colon?: string,
    ) => {
      if (string !== undefined) return string;
      if (empty !== undefined) return empty.replace(/\s/g, '');
      if (open !== undefined) return open + (depth++, line());
      if (close !== undefined) return ((depth = Math.max(0, depth - 1)), line()) + close;
      if (comma !== undefined) return comma + line();
      return colon === undefined ? '' : `${token} `;
    },
  );
}

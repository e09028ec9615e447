/** A JSON text, always the same one for a seed: any nesting, odd white space, awkward tokens. */
export function randomJson(seed: number): string {
  let state = seed * 2_654_435_769;
  /** A whole number from 0 to below `end` (mulberry32). */
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
  const oneOf = (choices: readonly string[]): string => choices[below(choices.length)] ?? '';
  const several = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: below(most + 1) }, make);

  const space = () => several(3, () => oneOf([' ', '\n', '\t', '\r', ''])).join('');
  const string = () => `"${several(8, () => oneOf(pieces)).join('')}"`;
  const member = (depth: number) => `${space()}${string()}${space()}:${value(depth)}`;
  const value = (depth: number): string => {
    const kind = depth > 4 ? below(4) : below(8);
    const made = [
      () => oneOf(numbers),
      () => oneOf(['true', 'false', 'null']),
      string,
      () => oneOf(['{}', '[]', '{ }', '[\n\t]']),
      () => `{${several(5, () => member(depth + 1)).join(',') || space()}}`,
      () => `[${several(5, () => value(depth + 1)).join(',') || space()}]`,
    ][Math.min(kind, 4 + (kind % 2))];
    return `${space()}${made?.() ?? ''}${space()}`;
  };
  return value(0);
}

const numbers = [
  '0',
  '-0',
  '1.10',
  '-3.14159265358979323846264338',
  '12345678901234567890',
  '1e5',
  '2.50E-7',
  '9007199254740993',
];

const pieces = [
  'a',
  '₹',
  '🪙',
  ' ',
  '  ',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\"',
  '\\\\',
  '\\/',
  '\\n',
  '\\u20b9',
  '\\ud83e\\ude99',
  '__proto__',
  '//',
  '\u2028',
];

import type { Figure } from './figure.ts';

export function printTable(figures: readonly Figure[]): void {
  const rows = [
    ['figure', 'value', 'target', ''],
    ...figures.map((figure) => [
      figure.name,
      figure.value === null ? 'not measured' : `${rounded(figure.value)} ${figure.unit}`,
      figure.target === null ? '' : `${figure.target} ${figure.unit}`,
      figure.pass === null ? '' : figure.pass ? 'pass' : 'MISS',
    ]),
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  console.log();
  for (const [name = '', value = '', target = '', pass = ''] of rows)
    console.log(
      `${name.padEnd(width(0))}  ${value.padStart(width(1))}  ${target.padStart(width(2))}  ${pass}`.trimEnd(),
    );
}

function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

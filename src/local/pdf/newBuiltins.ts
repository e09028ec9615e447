/**
 * What pdf.js uses of the newest JavaScript and VS Code's Node 22 does not have yet. Its `legacy` build comes with all that older
 * browsers lack, too, which takes longer to load and to run; the bundle holds the other one, and this.
 */
const missing: readonly (readonly [
  object,
  Readonly<Record<string, (...all: never[]) => unknown>>,
])[] = [
  [Map.prototype, { getOrInsert, getOrInsertComputed }],
  [WeakMap.prototype, { getOrInsert, getOrInsertComputed }],
  [Math, { sumPrecise }],
  [Promise, { try: promiseOf }],
  [Uint8Array, { fromBase64 }],
  [Uint8Array.prototype, { toBase64, toHex }],
];
for (const [owner, functions] of missing) {
  for (const [name, value] of Object.entries(functions)) {
    if (name in owner) continue;
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  }
}

type AnyMap = Pick<Map<unknown, unknown>, 'get' | 'has' | 'set'>;

function getOrInsert(this: AnyMap, key: unknown, value: unknown): unknown {
  return getOrInsertComputed.call(this, key, () => value);
}

function getOrInsertComputed(this: AnyMap, key: unknown, make: (key: unknown) => unknown): unknown {
  if (this.has(key)) return this.get(key);
  const value = make(key);
  this.set(key, value);
  return value;
}

/** pdf.js adds up lengths: whole numbers, whose sums are exact. */
function sumPrecise(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

function promiseOf(work: (...all: unknown[]) => unknown, ...all: unknown[]): Promise<unknown> {
  return new Promise((resolve) => resolve(work(...all)));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'base64'));
}

function toBase64(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('base64');
}

function toHex(this: Uint8Array): string {
  return Buffer.from(this.buffer, this.byteOffset, this.byteLength).toString('hex');
}

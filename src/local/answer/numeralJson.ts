import { Decimal } from '../../portfolio/decimal.ts';
import type { Found } from '../found.ts';
import type { Printed } from '../statement.ts';
import { Confirmation } from './confirmation.ts';
import type { Confirmed } from './confirmation.ts';
import { AllOf, Identifier, WorkedOut } from './value.ts';
import type { AnswerObject, AnswerValue } from './value.ts';

/** JSON pointer to where its number was read: `[page, row]`. One entry stands for all numbers of an object on one row. */
export type Sources = Record<string, readonly [number, number]>;

/** What the engine concludes or counts itself: nothing that could be misread. */
const CONCLUDED = new Set(['cas_type', 'demat_type', 'type', 'count', 'tier']);

/**
 * Writes an answer as JSON text. Numbers are written with the digits that were printed and never pass through a float; what is
 * null or undefined is left out, as every field of the answer's shape may be.
 */
export function numeralJson(
  value: AnswerObject,
  found: Found,
): { text: string; sources: Sources; confirmation: Confirmed } {
  const writer = new Writer(found);
  writer.writeRoot(value);
  return writer;
}

/** Ten thousands of rows are written, so all of them go to one text. */
class Writer {
  text = '';
  readonly sources: Sources = {};
  readonly confirmation = new Confirmation();
  private readonly found: Found;
  /** Names of fields as they are written. */
  private readonly labels = new Map<string, string>();
  /** Names inside an item, put together once: `additional_info/credit`. */
  private readonly names = new Map<string, Map<string, string>>();

  constructor(found: Found) {
    this.found = found;
  }

  /** The parts of the answer itself, each of which speaks for its own values. */
  writeRoot(root: AnswerObject): void {
    let separator = '{';
    for (const [key, value] of Object.entries(root)) {
      if (value === null || value === undefined) continue;
      this.text += `${separator}${this.label(key)}`;
      separator = ',';
      const path = `/${key}`;
      this.confirmation.section(path, () => this.write(value, path, '', '', false));
    }
    this.text += separator === '{' ? '{}' : '}';
  }

  /** `inside` leads from the item of a list, or the section, to the object that is written. */
  private write(
    value: NonNullable<AnswerValue>,
    path: string,
    key: string,
    inside: string,
    placeIsKnown: boolean,
  ): void {
    if (typeof value === 'string' || typeof value === 'boolean') {
      this.text += JSON.stringify(value);
      if (!CONCLUDED.has(key)) this.confirmation.add('texts', this.name(inside, key), 'read');
    } else if (value instanceof Identifier) {
      this.text += JSON.stringify(value.text);
      this.confirmation.add('identifiers', this.name(inside, key), value.how);
    } else if (value instanceof Decimal) {
      this.text += value.toString();
      if (!CONCLUDED.has(key)) this.confirmation.add('figures', this.name(inside, key), 'read');
    } else if (value instanceof WorkedOut) {
      this.text += value.value.toString();
      this.confirmation.add('figures', this.name(inside, key), value.how);
    } else if (value instanceof AllOf) {
      const name = this.name(inside, key);
      this.confirmation.add('lists', name, value.how);
      this.writeList(value.items, path, name);
    } else if (isPrinted(value)) {
      this.text += value.value.toString();
      if (!placeIsKnown) this.sources[path] = [value.page, value.row];
      const how = this.found.ofFigure(value);
      this.confirmation.add('figures', this.name(inside, key), how);
    } else if (isListOfTexts(value)) {
      this.text += JSON.stringify(
        value.map((each) => (typeof each === 'string' ? each : each.text)),
      );
      this.addTexts(value, this.name(inside, key));
    } else if (isList(value)) this.writeList(value, path, this.name(inside, key));
    else this.writeObject(value, path, this.name(inside, key));
  }

  private writeList(list: readonly AnswerValue[], path: string, name: string): void {
    this.text += '[';
    this.confirmation.items(path, name, list.length, (index) => {
      const each = list[index];
      if (index > 0) this.text += ',';
      if (each === null || each === undefined) this.text += 'null';
      else this.write(each, `${path}/${index}`, '', '', false);
    });
    this.text += ']';
  }

  private writeObject(value: AnswerObject, path: string, inside: string): void {
    const shared = sharedRow(value);
    let separator = '{';
    for (const key in value) {
      const each = value[key];
      if (each === null || each === undefined) continue;
      this.text += `${separator}${this.label(key)}`;
      separator = ',';
      this.write(each, `${path}/${key}`, key, inside, shared !== null);
    }
    this.text += separator === '{' ? '{}' : '}';
    if (shared) this.sources[path] = shared;
  }

  /** A list of texts is one value, no surer than the least sure of them. */
  private addTexts(texts: readonly (string | Identifier)[], name: string): void {
    const identifiers = texts.filter((each) => each instanceof Identifier);
    const doubtful = identifiers.find(({ how }) => how !== 'confirmed');
    const [kind, how] = identifiers[0]
      ? (['identifiers', doubtful?.how ?? 'confirmed'] as const)
      : (['texts', 'read'] as const);
    this.confirmation.add(kind, name, how);
  }

  private label(key: string): string {
    let label = this.labels.get(key);
    if (label === undefined) this.labels.set(key, (label = `${JSON.stringify(key)}:`));
    return label;
  }

  private name(inside: string, key: string): string {
    if (inside === '') return key;
    let names = this.names.get(inside);
    if (!names) this.names.set(inside, (names = new Map<string, string>()));
    let name = names.get(key);
    if (name === undefined) names.set(key, (name = `${inside}/${key}`));
    return name;
  }
}

/** The one row that all numbers of an object were read from; null when there are several, or none. */
function sharedRow(value: AnswerObject): readonly [number, number] | null {
  let shared: Printed | null = null;
  for (const key in value) {
    const each = value[key];
    if (!isPrinted(each)) continue;
    if (shared && (shared.page !== each.page || shared.row !== each.row)) return null;
    shared = each;
  }
  return shared && [shared.page, shared.row];
}

function isList(value: AnswerValue): value is readonly AnswerValue[] {
  return Array.isArray(value);
}

function isListOfTexts(value: AnswerValue): value is readonly (string | Identifier)[] {
  if (!isList(value)) return false;
  return typeof value[0] === 'string' || value[0] instanceof Identifier;
}

function isPrinted(value: AnswerValue): value is Printed {
  if (typeof value !== 'object' || value === null) return false;
  const { value: number, page } = value as Partial<Record<string, unknown>>;
  return number instanceof Decimal && typeof page === 'number';
}

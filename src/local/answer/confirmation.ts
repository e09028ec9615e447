import type { Fallback, HowFound } from '../found.ts';

/**
 * Figures; identifiers (an ISIN, a folio number, a PAN); all other texts, which statements print once; and lists, of which an
 * item can be missing.
 */
export type ValueKind = 'figures' | 'identifiers' | 'texts' | 'lists';

/** How many values a check agrees with, how many were only read, and how many were filled by a fallback. */
interface Count {
  confirmed: number;
  read: number;
  fallback: number;
}

/** What an answer says of how its values were found. */
export interface Confirmed {
  readonly counts: Readonly<Record<ValueKind, Count>>;
  /**
   * JSON pointer to an object: the paths inside it of its values that no check confirms. `*` in the pointer stands for every item
   * of a list, as far as the item has the value.
   */
  readonly unconfirmed: Record<string, string[]>;
  /** JSON pointer to a value, `*` as above: what it was filled from. All of these are among the unconfirmed too. */
  readonly fallback: Record<string, Fallback>;
}

/** A value that is not confirmed, by its path in the item that is written: `cost`, or, for all of a list, below `schemes/*`. */
interface Mark {
  readonly name: string;
  readonly fallback: Fallback | null;
}

/**
 * Collects, while an answer is written, which of its values are confirmed. Lists have ten thousands of items whose marks are
 * alike, so what holds for all items of a list is a mark of what the list is in, and said once.
 */
export class Confirmation implements Confirmed {
  readonly counts: Confirmed['counts'] = {
    figures: { confirmed: 0, read: 0, fallback: 0 },
    identifiers: { confirmed: 0, read: 0, fallback: 0 },
    texts: { confirmed: 0, read: 0, fallback: 0 },
    lists: { confirmed: 0, read: 0, fallback: 0 },
  };
  readonly unconfirmed: Record<string, string[]> = {};
  readonly fallback: Record<string, Fallback> = {};
  private readonly known = new Map<string, Map<Fallback | null, Mark>>();
  /** Of the item that is written. */
  private marks: Mark[] = [];
  /** How many items of the list that is written have a value of this name, confirmed or not. */
  private present = new Map<string, number>();

  add(kind: ValueKind, name: string, how: HowFound): void {
    this.isPresent(name);
    const count = this.counts[kind];
    if (how === 'confirmed') count.confirmed += 1;
    else if (how === 'read') {
      count.read += 1;
      this.marks.push(this.mark(name, null));
    } else {
      count.fallback += 1;
      this.marks.push(this.mark(name, how));
    }
  }

  /** Collects what `write` adds as that of one section of the answer. */
  section(path: string, write: () => void): void {
    write();
    this.say(path, this.marks);
    this.marks = [];
    this.present = new Map();
  }

  /**
   * Collects what `write` adds for each index as that of an item of the list at `path`.
   * @param name of the list, in the item that it is in
   */
  items(path: string, name: string, count: number, write: (index: number) => void): void {
    const { marks: marksOutside, present: presentOutside } = this;
    this.present = new Map();
    const all: Mark[][] = [];
    for (let index = 0; index < count; index += 1) {
      this.marks = [];
      write(index);
      all.push(this.marks);
    }
    const common = this.commonOf(all);
    all.forEach((marks, index) => {
      if (marks.every((mark) => common.has(mark))) return;
      this.say(
        `${path}/${index}`,
        marks.filter((mark) => !common.has(mark)),
      );
    });
    const names = [...this.present.keys()];
    this.marks = marksOutside;
    this.present = presentOutside;
    const prefix = name === '' ? '*/' : `${name}/*/`;
    for (const each of names) this.isPresent(prefix + each);
    for (const mark of common) this.marks.push(this.mark(prefix + mark.name, mark.fallback));
  }

  private isPresent(name: string): void {
    this.present.set(name, (this.present.get(name) ?? 0) + 1);
  }

  /** The marks of every item that has the value at all. */
  private commonOf(all: readonly (readonly Mark[])[]): ReadonlySet<Mark> {
    const times = new Map<Mark, number>();
    for (const marks of all) for (const mark of marks) times.set(mark, (times.get(mark) ?? 0) + 1);
    const common = new Set<Mark>();
    for (const [mark, count] of times) {
      if (count === this.present.get(mark.name)) common.add(mark);
    }
    return common;
  }

  private say(path: string, marks: readonly Mark[]): void {
    for (const { name, fallback } of marks) {
      const end = name.lastIndexOf('*/') + 1;
      const owner = end === 0 ? path : `${path}/${name.slice(0, end)}`;
      (this.unconfirmed[owner] ??= []).push(end === 0 ? name : name.slice(end + 1));
      if (fallback) this.fallback[`${path}/${name}`] = fallback;
    }
  }

  private mark(name: string, fallback: Fallback | null): Mark {
    let ofName = this.known.get(name);
    if (!ofName) this.known.set(name, (ofName = new Map<Fallback | null, Mark>()));
    let mark = ofName.get(fallback);
    if (!mark) ofName.set(fallback, (mark = { name, fallback }));
    return mark;
  }
}

import { type Disposable, EventEmitter, type Memento } from 'vscode';

const NAVS = 'casParser.navsOf31Jan2018';

/** NAVs of 31 January 2018 as they were typed, INR per unit, by ISIN. */
export type TypedNavs = Readonly<Record<string, string>>;

/**
 * The NAVs of 31 January 2018, which grandfathered gains need and no statement prints: the person types them once for all
 * portfolios. They stay on this computer, because they tell what somebody held.
 */
export class NavsOf2018 implements Disposable {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<TypedNavs>();
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get all(): TypedNavs {
    return this.#memory.get<TypedNavs>(NAVS) ?? {};
  }

  /** @param nav INR per unit; an empty text takes back what was typed before */
  set(isin: string, nav: string): void {
    const others = Object.entries(this.all).filter(([one]) => one !== isin);
    const all = nav === '' ? others : [...others, [isin, nav]];
    void this.#memory.update(NAVS, all.length === 0 ? undefined : Object.fromEntries(all));
    this.#changed.fire(this.all);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

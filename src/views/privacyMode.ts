import { type Disposable, EventEmitter, type Memento } from 'vscode';

const MASKED = 'casParser.masked';

/** Whether amounts and names are hidden, as the editor's memory has it. */
export function isMasked(memory: Pick<Memento, 'get'>): boolean {
  return memory.get(MASKED) === true;
}

/** Whether amounts and names are hidden, in all pages of the window alike; remembered, because whoever hides them means it. */
export class PrivacyMode implements Disposable {
  readonly #memory: Memento;
  readonly #changed = new EventEmitter<boolean>();
  readonly onDidChange = this.#changed.event;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  get on(): boolean {
    return isMasked(this.#memory);
  }

  toggle(): void {
    const on = !this.on;
    void this.#memory.update(MASKED, on);
    this.#changed.fire(on);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

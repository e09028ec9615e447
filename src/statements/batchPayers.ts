/** Who pays for which statement of a batch: whoever it was put in the queue for, until the person says otherwise. */
export class BatchPayers<Payer extends { readonly id: string }> {
  readonly #payers = new Map<string, Payer>();
  #ofOthers: Payer | undefined;

  assign(files: readonly string[], payer: Payer): void {
    for (const file of files) this.#payers.set(file, payer);
  }

  /** Who pays for files that nobody was named for: those of a batch that another window began. */
  assignOthers(payer: Payer): void {
    this.#ofOthers = payer;
  }

  of(file: string): Payer {
    const payer = this.#payers.get(file) ?? this.#ofOthers;
    if (!payer) throw new Error('A batch runs for an account.');
    return payer;
  }

  /** Those other than `payer` whom files are to be paid by now, each once. */
  otherThan(payer: Payer, files: readonly string[]): Payer[] {
    const others = new Map<string, Payer>();
    for (const file of files) {
      const known = this.#payers.get(file);
      if (known && known.id !== payer.id) others.set(known.id, known);
    }
    return [...others.values()];
  }

  forget(): void {
    this.#payers.clear();
  }
}

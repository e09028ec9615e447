/** What the run is at right now, told when its time is over. */
const things = new Map<string, string>();

/** Says what is done in a place (a part, a file) from now on; undefined when nothing more is. */
export function tellUnderWay(place: string, what: string | undefined): void {
  if (what === undefined) things.delete(place);
  else things.set(place, what);
}

/** A line each. */
export function underWay(): string[] {
  return [...things].map(([place, what]) => `${place}: ${what}`);
}

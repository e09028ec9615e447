/** One line of the bench's table and of its JSON. */
export interface Figure {
  /** What is measured, and of a ratio: against what. */
  readonly name: string;
  /** `null` where it cannot be measured, such as without curl */
  readonly value: number | null;
  readonly unit: string;
  /** `null` for a figure that is only listed */
  readonly target: number | null;
  /** `null` without a target or a value */
  readonly pass: boolean | null;
}

export function listed(name: string, value: number | undefined, unit: string): Figure {
  return { name, value: value ?? null, unit, target: null, pass: null };
}

/** A figure that passes up to and with its target; without a value it is skipped. */
export function atMost(
  target: number,
  name: string,
  value: number | undefined,
  unit: string,
): Figure {
  return {
    name,
    value: value ?? null,
    unit,
    target,
    pass: value === undefined ? null : value <= target,
  };
}

/** A figure that passes below its target only. */
export function below(target: number, name: string, value: number, unit: string): Figure {
  return { name, value, unit, target, pass: value < target };
}

/** A figure that passes from its target on. */
export function atLeast(target: number, name: string, value: number, unit: string): Figure {
  return { name, value, unit, target, pass: value >= target };
}

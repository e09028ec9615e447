const PAN = /^[A-Z]{5}\d{4}[A-Z]$/;

/**
 * Whether two PANs are the same person's; null when they do not contradict each other but one of them is masked
 * (`ABXXXXXX4F`, `AB******4F`), as some statements print it.
 */
export function samePan(one: string, other: string): boolean | null {
  const left = compact(one);
  const right = compact(other);
  if (PAN.test(left) && PAN.test(right)) return left === right;
  if (left.length !== right.length) return false;
  const agree = Array.from(
    left,
    (letter, index) => letter === right[index] || hides(left, index) || hides(right, index),
  );
  if (agree.includes(false)) return false;
  return isMasked(left) || isMasked(right) ? null : true;
}

/** X is also a letter of a PAN, but not in one that is complete. */
function isMasked(pan: string): boolean {
  return !PAN.test(pan) && /[X*]/.test(pan);
}

function hides(pan: string, index: number): boolean {
  return isMasked(pan) && /[X*]/.test(pan[index] ?? '');
}

function compact(pan: string): string {
  return pan.replace(/\s/g, '').toUpperCase();
}

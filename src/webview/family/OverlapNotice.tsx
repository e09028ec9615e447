import type { Family } from '../../portfolio/family/family.ts';
import { overlapsByThing } from '../../portfolio/family/overlaps.ts';
import { counted, t } from '../words.ts';

interface OverlapNoticeProps {
  readonly family: Family;
  readonly onOverlaps: () => void;
}

/** Says that something was left out, and what may be counted twice, and leads to it. */
export function OverlapNotice({ family, onOverlaps }: OverlapNoticeProps) {
  const { overlaps, possibleOverlaps, missingLater } = family;
  const things = overlapsByThing(overlaps).length;
  const sentences = [
    things === 0
      ? ''
      : counted(
          things,
          '1 thing is listed more than once and counted once.',
          '{0} things are listed more than once and counted once.',
        ),
    possibleOverlaps.length === 0
      ? ''
      : counted(
          possibleOverlaps.length,
          '1 may be the same as another and is counted twice.',
          '{0} may be the same as others and are counted twice.',
        ),
    missingLater.length === 0
      ? ''
      : counted(
          missingLater.length,
          '1 is not in a later statement and may have been sold.',
          '{0} are not in a later statement and may have been sold.',
        ),
  ].filter(Boolean);
  if (sentences.length === 0) return null;
  return (
    <p class="notice">
      {sentences.join(' ')}{' '}
      <button type="button" class="link" onClick={onOverlaps}>
        {t('Look at them')}
      </button>
    </p>
  );
}

import { useState } from 'preact/hooks';
import { t } from '../words.ts';

interface CopyButtonProps {
  readonly label: string;
  /** Made when it is asked for. */
  readonly text: () => string;
}

/** Copies a text, and says that it did. */
export function CopyButton({ label, text }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text());
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <button type="button" class="link" onClick={() => void copy()}>
      {copied ? t('Copied') : label}
      <span class="unseen" role="status">
        {copied ? t('Copied') : ''}
      </span>
    </button>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { Text } from '../../pieces/Text.tsx';
import { t } from '../../words.ts';
import { send } from '../host.ts';

const SAID_MS = 2000;

/** What the service's support asks for, and a button that copies it. */
export function RequestId({ requestId }: { readonly requestId: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  if (requestId === '') return <span class="absent">{t('none')}</span>;
  const copy = () => {
    send({ type: 'copyRequestId', requestId });
    setCopied(true);
  };
  return (
    <>
      <span class="code">
        <Text>{requestId}</Text>
      </span>
      <button type="button" class="link" onClick={copy} aria-label={t('Copy {0}', requestId)}>
        {copied ? t('Copied') : t('Copy')}
      </button>
      <span class="unseen" role="status">
        {copied ? t('Copied') : ''}
      </span>
    </>
  );
}

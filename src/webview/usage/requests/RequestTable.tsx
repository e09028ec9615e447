import { useMemo, useState } from 'preact/hooks';
import { creditDecimals, formatCredits, hundredths } from '../../../usage/hundredths.ts';
import { type UsageRequest, hasFailed } from '../../../usage/report.ts';
import { FigureCell, FigureHead } from '../../pieces/FigureCell.tsx';
import { ShowMoreRow } from '../../pieces/Paged.tsx';
import { Text } from '../../pieces/Text.tsx';
import { t } from '../../words.ts';
import { featureText } from '../featureText.ts';
import { momentText } from '../zone.ts';
import { RequestId } from './RequestId.tsx';

const ROWS = 50;

/** The listed requests, the latest first, 50 at a time. */
export function RequestTable({ requests }: { readonly requests: readonly UsageRequest[] }) {
  const [end, setEnd] = useState(ROWS);
  const latestFirst = useMemo(
    () => requests.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0)),
    [requests],
  );
  const decimals = creditDecimals(requests.map(({ credits = 0 }) => hundredths(credits)));
  const page = {
    shown: latestFirst.slice(0, end),
    left: Math.max(0, requests.length - end),
    showMore: () => setEnd(end + ROWS),
  };
  return (
    <table class="requests">
      <thead>
        <tr>
          <th scope="col">{t('Time')}</th>
          <th scope="col">{t('Feature')}</th>
          <th scope="col">{t('Status')}</th>
          <FigureHead label={t('Credits')} />
          <th scope="col">{t('Request ID')}</th>
        </tr>
      </thead>
      <tbody>
        {page.shown.map((request, index) => (
          <tr key={index}>
            <td class="time">{request.at === undefined ? <Unsaid /> : momentText(request.at)}</td>
            <td class="feature">
              <Text>{featureText(request.feature ?? '')}</Text>
            </td>
            <td class={hasFailed(request) ? 'status loss' : 'status'}>
              <Status request={request} />
            </td>
            <FigureCell label={t('Credits')}>
              {request.credits === undefined ? (
                <Unsaid />
              ) : (
                formatCredits(hundredths(request.credits), decimals)
              )}
            </FigureCell>
            <td class="request-id">
              <RequestId requestId={request.requestId} />
            </td>
          </tr>
        ))}
        <ShowMoreRow page={page} columns={5} />
      </tbody>
    </table>
  );
}

function Status({ request }: { readonly request: UsageRequest }) {
  const { status } = request;
  if (status === undefined) return <Unsaid />;
  return <>{hasFailed(request) ? t('{0}, failed', status) : status}</>;
}

/** The log does not say. It is not zero. */
function Unsaid() {
  return <span class="absent">{t('not stated')}</span>;
}

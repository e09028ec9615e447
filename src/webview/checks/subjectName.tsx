import type { ComponentChild } from 'preact';
import type { CheckSubject, Section } from '../../portfolio/checks/check.ts';
import { Personal, Text } from '../pieces/Text.tsx';
import { t } from '../words.ts';

const SECTIONS: Readonly<Record<Section, string>> = {
  demat: 'Demat accounts',
  folios: 'Mutual fund folios',
  insurance: 'Insurance policies',
  nps: 'NPS accounts',
};

/** What a check is about. */
export function subjectName(subject: CheckSubject): ComponentChild {
  switch (subject.of) {
    case 'statement':
      return t('The statement');
    case 'section':
      return t(SECTIONS[subject.section]);
    case 'demat-account':
      return named(
        subject.account.dpName ?? t('Demat account'),
        subject.account.boId ?? subject.account.clientId,
      );
    case 'folio':
      return named(subject.folio.amc ?? t('Folio'), subject.folio.folioNumber);
    case 'nps-account':
      return named(t('NPS'), subject.account.pran);
    case 'position':
      return named(subject.position.name ?? t('Without a name'), subject.position.account.number);
  }
}

function named(name: string, number: string | null): ComponentChild {
  return (
    <>
      <Text>{name}</Text>
      {number !== null && (
        <span class="code">
          {' '}
          <Personal>{number}</Personal>
        </span>
      )}
    </>
  );
}

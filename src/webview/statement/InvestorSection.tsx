import { localReading } from '../../portfolio/localReading.ts';
import type { Portfolio } from '../../portfolio/model.ts';
import type { ShowMessage } from '../../views/messages.ts';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { Day, Moment } from '../pieces/Day.tsx';
import { Fact, Facts, PersonalFact } from '../pieces/Facts.tsx';
import { Section } from '../pieces/Section.tsx';
import { statementKind } from '../top/statementKind.ts';
import { t } from '../words.ts';

interface InvestorSectionProps {
  readonly portfolio: Portfolio;
  readonly shown: ShowMessage;
}

/** Who the statement is for, and where it comes from. */
export function InvestorSection({ portfolio, shown }: InvestorSectionProps) {
  const { investor, statement } = portfolio;
  const unconfirmed = useUnconfirmed(investor);
  return (
    <Section title={t('Investor and statement')}>
      <div class="details">
        <Facts>
          <PersonalFact
            name={t('Name')}
            text={investor.name}
            unconfirmed={unconfirmed}
            path="name"
          />
          <PersonalFact name={t('PAN')} text={investor.pan} unconfirmed={unconfirmed} path="pan" />
          <PersonalFact name={t('E-mail')} text={investor.email} />
          <PersonalFact name={t('Mobile')} text={investor.mobile} />
          <PersonalFact name={t('Address')} text={investor.address} />
          <PersonalFact name={t('PIN code')} text={investor.pincode} />
        </Facts>
        <Facts>
          <Fact name={t('Statement')}>{statementKind(portfolio)}</Fact>
          <Fact name={t('From')}>
            <Day date={statement.from} />
          </Fact>
          <Fact name={t('To')}>
            <Day date={statement.to} />
          </Fact>
          <PersonalFact
            name={t('CAS ID')}
            text={investor.casId}
            unconfirmed={unconfirmed}
            path="cas_id"
            optional
          />
          <Fact name={t('Answer made')}>
            <Moment time={statement.generatedAt} />
          </Fact>
          <PersonalFact name={t('File')} text={shown.title} />
          <Fact name={t('Shown from')}>{shownFrom(portfolio, shown)}</Fact>
        </Facts>
      </div>
    </Section>
  );
}

function shownFrom(portfolio: Portfolio, { origin }: ShowMessage): string {
  if (origin === 'file') return t('a saved portfolio');
  return localReading(portfolio)
    ? t('the PDF, read on this computer')
    : t('the answer of the service');
}

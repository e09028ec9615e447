import type { DematAccount, Folio, NpsAccount } from '../../portfolio/model.ts';
import type { Account } from '../../portfolio/accounts.ts';
import { AsFound } from '../confirmed/AsFound.tsx';
import { useUnconfirmed } from '../confirmed/ConfirmationContext.ts';
import { KeptFields } from '../pieces/KeptFields.tsx';
import {
  Fact,
  Facts,
  OptionalFact,
  PersonalFact,
  PersonalListFact,
  TextFact,
} from '../pieces/Facts.tsx';
import { Rupees } from '../pieces/Figure.tsx';
import { HoldersFact } from '../pieces/HoldersFact.tsx';
import { Text } from '../pieces/Text.tsx';
import { counted, t } from '../words.ts';

/** Everything the statement says about an account as a whole. */
export function AccountFacts({ account }: { readonly account: Account }) {
  if (account.of === 'insurance') return null;
  return (
    <div class="sheet">
      <Facts>
        <ValueFact account={account} />
        {account.of === 'demat' && <DematFacts account={account.account} />}
        {account.of === 'folio' && <FolioFacts folio={account.account} />}
        {account.of === 'nps' && <NpsFacts account={account.account} />}
      </Facts>
      {account.account.rest.length > 0 && <KeptFields fields={account.account.rest} />}
    </div>
  );
}

function ValueFact({ account: { value, account } }: { readonly account: Account }) {
  const unconfirmed = useUnconfirmed(account);
  return (
    <Fact name={t('Value')}>
      <AsFound unconfirmed={unconfirmed} names={['value']}>
        <Rupees value={value?.value ?? null} />
      </AsFound>
      {value?.computed && (
        <span class="note">
          {value.partsWithoutValue === 0
            ? t('computed from its holdings')
            : counted(
                value.partsWithoutValue,
                'computed; 1 holding has no value',
                'computed; {0} holdings have no value',
              )}
        </span>
      )}
    </Fact>
  );
}

function DematFacts({ account }: { readonly account: DematAccount }) {
  const unconfirmed = useUnconfirmed(account);
  return (
    <>
      <TextFact name={t('DP')} text={account.dpName} />
      <TextFact name={t('Depository')} text={account.depository} />
      <PersonalFact
        name={t('BO ID')}
        text={account.boId}
        unconfirmed={unconfirmed}
        path="bo_id"
        optional
      />
      <PersonalFact
        name={t('DP ID')}
        text={account.dpId}
        unconfirmed={unconfirmed}
        path="dp_id"
        optional
      />
      <PersonalFact
        name={t('Client ID')}
        text={account.clientId}
        unconfirmed={unconfirmed}
        path="client_id"
        optional
      />
      <HoldersFact holders={account.holders} />
      <PersonalFact name={t('Nominee')} text={account.nominee} optional />
      <PersonalListFact name={t('Linked PANs')} texts={account.linkedPans} />
      <OptionalFact name={t('Status')} text={account.status} />
      <OptionalFact name={t('BO status')} text={account.boStatus} />
      <OptionalFact name={t('BO sub-status')} text={account.boSubStatus} />
      <OptionalFact name={t('BO type')} text={account.boType} />
      <OptionalFact name={t('BSDA')} text={account.bsda} />
      <PersonalFact name={t('E-mail')} text={account.email} optional />
    </>
  );
}

function FolioFacts({ folio }: { readonly folio: Folio }) {
  const unconfirmed = useUnconfirmed(folio);
  return (
    <>
      <TextFact name={t('AMC')} text={folio.amc} unconfirmed={unconfirmed} path="amc" />
      <PersonalFact
        name={t('Folio')}
        text={folio.folioNumber}
        unconfirmed={unconfirmed}
        path="folio_number"
      />
      <OptionalFact name={t('Registrar')} text={folio.registrar} />
      <HoldersFact holders={folio.holders} />
      <PersonalFact
        name={t('PAN')}
        text={folio.pan}
        unconfirmed={unconfirmed}
        path="additional_info/pan"
        optional
      />
      <KycFact name={t('PAN KYC')} text={folio.panKyc} />
      <KycFact name={t('KYC')} text={folio.kyc} />
    </>
  );
}

/** Nothing can be bought or sold without it, so "NOT OK" is marked. */
function KycFact({ name, text }: { readonly name: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Fact name={name}>
      {/^not\b/i.test(text) && (
        <span class="warning" aria-hidden="true">
          !{' '}
        </span>
      )}
      <Text>{text}</Text>
    </Fact>
  );
}

function NpsFacts({ account }: { readonly account: NpsAccount }) {
  const unconfirmed = useUnconfirmed(account);
  return (
    <>
      <PersonalFact name={t('PRAN')} text={account.pran} unconfirmed={unconfirmed} path="pran" />
      <OptionalFact name={t('CRA')} text={account.cra} />
      <HoldersFact holders={account.holders} />
    </>
  );
}

import { Store } from 'lucide-react';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { CardSection } from '../../../ui/show/facts.tsx';
import { Page } from '../../../ui/show/page.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Cabinet } from '../client.ts';
import { limitLeft } from '../limit-left.ts';
import css from './cabinet.module.css';
import { CabinetWork } from './cabinet-work.tsx';
import { Today } from './today.tsx';

/** Where a dealer's people work, mostly on a phone. */
export const Component = () => {
  const t = useTexts('dealers');
  const { data, error, refetch } = useRead('GET /api/cabinet');
  if (data) return <OpenCabinet cabinet={data} />;
  return (
    <Page title={t('cabinet.title')} layout="padded">
      {error?.code === 'dealers.no_cabinet' ? (
        <EmptyState icon={Store} title={t('cabinet.noneTitle')} text={t('cabinet.noneText')} />
      ) : null}
      {error && error.code !== 'dealers.no_cabinet' ? (
        <ErrorState failure={error} onRetry={() => void refetch()} />
      ) : null}
    </Page>
  );
};

const OpenCabinet = ({ cabinet }: { cabinet: Cabinet }) => {
  const t = useTexts('dealers');
  const { balanceMinor, currency } = cabinet;
  const leftMinor = limitLeft(cabinet);
  const subtitle = t('cabinet.contract', {
    number: cabinet.contractNumber,
    on: formatDay(cabinet.contractOn),
  });
  return (
    <Page title={cabinet.name} subtitle={subtitle} layout="padded">
      <div className={css.cabinet}>
        <dl className={css.sums}>
          <div>
            <dt>{t(balanceMinor > 0 ? 'cabinet.credit' : 'cabinet.debt')}</dt>
            <dd>{formatMoney(Math.abs(balanceMinor), currency)}</dd>
          </div>
          <div>
            <dt>{t('cabinet.limitLeft')}</dt>
            <dd>{formatMoney(leftMinor, currency)}</dd>
          </div>
        </dl>
        <CabinetWork cabinet={cabinet} />
        <CardSection title={t('cabinet.today')}>
          <Today cabinet={cabinet} />
        </CardSection>
      </div>
    </Page>
  );
};

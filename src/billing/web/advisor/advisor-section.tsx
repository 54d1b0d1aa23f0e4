import { Button, Select } from '@mantine/core';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDay } from '../../../ui/format.ts';
import { SkeletonLine } from '../../../ui/show/skeleton.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Service } from '../client.ts';
import { SubscribeDialog } from '../service/subscribe-dialog.tsx';
import { AdviceView } from './advice-view.tsx';
import css from './advisor.module.css';

type Props = { accountId: number; service: Service };

const monthChoices = ['1', '2', '3', '4', '5', '6'];

/** Which tariff fits an account; counted when somebody asks. */
export const AdvisorSection = ({ accountId }: { accountId: number }) => {
  const t = useTexts('billing');
  const service = useRead('GET /api/accounts/{id}/service', { id: accountId }).data;
  const [params] = useSearchParams();
  const [isOpen, setOpen] = useState(params.has('advice'));
  if (!service || service.state === 'closed') return null;
  return (
    <section className={css.section} aria-label={t('advisor.name')}>
      {isOpen ? (
        <Opened accountId={accountId} service={service} />
      ) : (
        <Button size="xs" leftSection={<Scale size={14} />} onClick={() => setOpen(true)}>
          {t('advisor.open')}
        </Button>
      )}
    </section>
  );
};

type Chosen = { subscriptionId: number; versionId: number };

const Opened = ({ accountId, service }: Props) => {
  const t = useTexts('billing');
  const [months, setMonths] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const asked = { id: accountId, ...(months === null ? {} : { months: Number(months) }) };
  const read = useRead('GET /api/accounts/{id}/advice', asked);
  const given = read.data;
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  if (!given) return <SkeletonLine widthPx={320} />;
  const replaces = service.subscriptions.find(({ id }) => id === chosen?.subscriptionId);
  return (
    <>
      <div className={css.head}>
        <h2>{t('advisor.name')}</h2>
        <span className="dim">
          {t('advisor.period', {
            from: formatDay(given.fromMonth, 'month'),
            to: formatDay(given.toMonth, 'month'),
          })}
        </span>
        <Select
          size="xs"
          w={130}
          aria-label={t('advisor.months')}
          allowDeselect={false}
          value={months ?? String(given.settings.months)}
          onChange={setMonths}
          data={monthChoices.map((value) => ({
            value,
            label: t('advisor.monthCount', { count: Number(value) }),
          }))}
        />
      </div>
      {given.advices.length === 0 ? <p className="dim">{t('advisor.noTariff')}</p> : null}
      {given.advices.map((advice) => (
        <AdviceView
          key={advice.service}
          given={given}
          advice={advice}
          onChoose={(subscriptionId, versionId) => setChosen({ subscriptionId, versionId })}
        />
      ))}
      {chosen && replaces ? (
        <SubscribeDialog
          accountId={accountId}
          service={service}
          replaces={replaces}
          versionId={chosen.versionId}
          onClose={() => setChosen(null)}
        />
      ) : null}
    </>
  );
};

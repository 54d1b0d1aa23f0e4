import { Landmark } from 'lucide-react';
import { useState } from 'react';
import { SettingsPage } from '../../../staff/web/index.tsx';
import { formatInstant, formatMoney } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { CreateAction } from '../../../ui/show/action.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { EmptyState, ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type PaymentSource } from '../client.ts';
import { EditSource } from './edit-source.tsx';

/** Where payments come from, what came from each today, and who is let in. */
export const Component = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/payment-sources');
  useLiveRefresh(['billing.*'], ['/api/payment-sources']);
  const [open, setOpen] = useState<PaymentSource | 'new' | null>(null);
  const sources = read.data?.sources;
  const wordsOf = ({ kind, today, currency, lastAt }: PaymentSource): string =>
    [
      t(`choices.sourceKind.${kind}`),
      t('sources.today', {
        count: today.payments,
        sum: formatMoney(today.amountMinor, currency),
      }),
      lastAt === null ? '' : t('sources.last', { at: formatInstant(lastAt) }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <SettingsPage
      title={t('sources.title')}
      actions={<CreateAction onClick={() => setOpen('new')}>{t('sources.add')}</CreateAction>}
    >
      {read.error ? <ErrorState failure={read.error} onRetry={() => void read.refetch()} /> : null}
      {sources?.length === 0 ? (
        <EmptyState icon={Landmark} title={t('sources.empty')} text={t('sources.emptyText')} />
      ) : null}
      {sources && sources.length > 0 ? (
        <PickList>
          {sources.map((source) => (
            <PickRow
              key={source.id}
              title={source.name}
              text={wordsOf(source)}
              {...(source.kind === 'cash' ? {} : { onPick: () => setOpen(source) })}
            >
              {source.isEnabled ? null : <Badge tone="amber">{t('sources.isOff')}</Badge>}
            </PickRow>
          ))}
        </PickList>
      ) : null}
      {open === null ? null : (
        <EditSource source={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </SettingsPage>
  );
};

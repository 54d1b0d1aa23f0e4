import { useState } from 'react';
import { useRoleName } from '../../../staff/web/index.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { useLiveRefresh } from '../../../ui/live.ts';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { ErrorState } from '../../../ui/show/state.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead, type Limit } from '../client.ts';
import { EditLimit } from './edit-limit.tsx';

/** Up to which sum each role decides. */
export const Limits = () => {
  const t = useTexts('billing');
  const read = useRead('GET /api/correction-limits');
  useLiveRefresh(['billing.limit_set'], ['/api/correction-limits']);
  const nameOf = useRoleName();
  const [open, setOpen] = useState<Limit | null>(null);
  const { currency = 'RUB', limits = [] } = read.data ?? {};
  if (read.error) return <ErrorState failure={read.error} onRetry={() => void read.refetch()} />;
  const wordsOf = ({ othersMinor, ownMinor }: Limit): string =>
    [
      othersMinor === null
        ? t('settings.anySum')
        : t('settings.others', { sum: formatMoney(othersMinor, currency) }),
      ownMinor === 0
        ? t('settings.noOwn')
        : t('settings.own', { sum: formatMoney(ownMinor, currency) }),
    ].join(', ');
  return (
    <section>
      <h2>{t('settings.limits')}</h2>
      <p className="dim">{t('settings.limitsText')}</p>
      <PickList>
        {limits.map((limit) => (
          <PickRow
            key={limit.roleId}
            title={nameOf({ code: limit.code, name: limit.role })}
            text={wordsOf(limit)}
            onPick={() => setOpen(limit)}
          />
        ))}
      </PickList>
      {open === null ? null : (
        <EditLimit limit={open} currency={currency} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};

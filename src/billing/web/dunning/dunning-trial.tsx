import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../client.ts';
import { LookOver } from '../rules/look-over.tsx';

/** Whom the saved steps would touch today, without doing anything. */
export const DunningTrial = () => {
  const t = useTexts('billing');
  const look = useWrite('POST /api/dunning-settings/trial');
  const seen = look.data;
  const shown = ({ debtors, counts, sample }: NonNullable<typeof seen>) => ({
    count: t('dunning.tried', { debtors: formatNumber(debtors) }),
    says:
      counts.length === 0
        ? t('dunning.nothing')
        : counts
            .map(({ what, count }) =>
              t('dunning.says', { what: t(`choices.dunning.${what}`), count }),
            )
            .join('; '),
    sample: sample.map(({ accountId, account, what, days, isCareful, ...debt }) => ({
      accountId,
      account,
      text: t('dunning.sampleLine', {
        what: t(`choices.dunning.${what}`),
        sum: formatMoney(debt.debtMinor, debt.currency),
      }),
      sign: (
        <>
          <span className="dim">{t('dunning.days', { count: days })}</span>
          {isCareful ? <Badge tone="green">{t('dunning.isCareful')}</Badge> : null}
        </>
      ),
    })),
  });
  return (
    <LookOver
      look={() => look.mutateAsync({})}
      isLooking={look.isPending}
      words={t('dunning.try')}
      seen={seen ? shown(seen) : null}
    />
  );
};

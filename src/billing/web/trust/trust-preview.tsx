import type { InputOf } from '../../../ui/call.ts';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { useWrite, type TrustPreview as Seen } from '../client.ts';
import { LookOver } from '../rules/look-over.tsx';

type Props = { body: InputOf<typeof api, 'POST /api/trust-settings/preview'> };

/** Whose limits the rule as it stands in the form would make others. */
export const TrustPreview = ({ body }: Props) => {
  const t = useTexts('billing');
  const look = useWrite('POST /api/trust-settings/preview', []);
  const seen = look.data;
  const shown = (given: Seen) => {
    const sum = (minor: number): string => formatMoney(minor, given.currency);
    const kinds = (['raised', 'lowered'] as const).filter((kind) => given[kind] > 0);
    return {
      count: t('trust.rules.count', {
        before: formatNumber(given.before),
        beforeSum: sum(given.beforeMinor),
        after: formatNumber(given.after),
        afterSum: sum(given.afterMinor),
      }),
      says:
        kinds.length === 0
          ? t('promises.rules.preview.nobody')
          : kinds.map((kind) => t(`trust.rules.${kind}`, { count: given[kind] })).join(', '),
      sample: given.sample.map(({ accountId, account, beforeMinor, afterMinor, words }) => ({
        accountId,
        account,
        text: words,
        sign: (
          <Badge tone={afterMinor > beforeMinor ? 'green' : 'red'}>
            {t('trust.rules.fromTo', { from: sum(beforeMinor), to: sum(afterMinor) })}
          </Badge>
        ),
      })),
    };
  };
  return (
    <LookOver
      look={() => look.mutateAsync(body)}
      isLooking={look.isPending}
      words={t(seen ? 'promises.rules.preview.again' : 'promises.rules.preview.look')}
      seen={seen ? shown(seen) : null}
    />
  );
};

import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { InputOf } from '../../../ui/call.ts';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { api } from '../../api.ts';
import { useWrite, type TrustPreview as Seen } from '../client.ts';
import css from '../promised/promised.module.css';

type Props = { body: InputOf<typeof api, 'POST /api/trust-settings/preview'> };

/** Whose limits the rule as it stands in the form would make others. */
export const TrustPreview = ({ body }: Props) => {
  const t = useTexts('billing');
  const look = useWrite('POST /api/trust-settings/preview', []);
  const seen = look.data;
  return (
    <div className={css.part}>
      <Button
        loading={look.isPending}
        onClick={() => void look.mutateAsync(body).catch(notifyProblem)}
      >
        {t(seen ? 'promises.rules.preview.again' : 'promises.rules.preview.look')}
      </Button>
      {seen ? <Shown seen={seen} /> : null}
    </div>
  );
};

const Shown = ({ seen }: { seen: Seen }) => {
  const t = useTexts('billing');
  const sum = (minor: number): string => formatMoney(minor, seen.currency);
  const counted = {
    before: formatNumber(seen.before),
    beforeSum: sum(seen.beforeMinor),
    after: formatNumber(seen.after),
    afterSum: sum(seen.afterMinor),
  };
  const kinds = (['raised', 'lowered'] as const).filter((kind) => seen[kind] > 0);
  return (
    <>
      <p>
        <b>{t('trust.rules.count', counted)}</b>{' '}
        {kinds.length === 0
          ? t('promises.rules.preview.nobody')
          : kinds.map((kind) => t(`trust.rules.${kind}`, { count: seen[kind] })).join(', ')}
      </p>
      {seen.sample.length === 0 ? null : (
        <div className={css.past}>
          <PickList>
            {seen.sample.map(({ accountId, account, beforeMinor, afterMinor, words }) => (
              <PickRow
                key={accountId}
                title={<Link to={`/accounts/${accountId}`}>{account}</Link>}
                text={words}
              >
                <Badge tone={afterMinor > beforeMinor ? 'green' : 'red'}>
                  {t('trust.rules.fromTo', { from: sum(beforeMinor), to: sum(afterMinor) })}
                </Badge>
              </PickRow>
            ))}
          </PickList>
        </div>
      )}
    </>
  );
};

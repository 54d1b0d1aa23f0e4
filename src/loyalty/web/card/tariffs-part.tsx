import { Button } from '@mantine/core';
import { formatDay, formatMoney } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { type Translate, useTexts } from '../../../ui/texts.ts';
import { memberPaths, useRead, useWrite } from '../client.ts';

type Current = { givenOn: string; endsOn: string | null; isUntold: boolean };

const textOf = (t: Translate, { givenOn, endsOn, isUntold }: Current): string => {
  if (endsOn === null) return t('tariffs.since', { on: formatDay(givenOn) });
  return isUntold ? t('tariffs.untold') : t('tariffs.ends', { on: formatDay(endsOn) });
};

/** Tariffs for friends who stay: to give, and to go back from. */
export const TariffsPart = ({ id }: { id: number }) => {
  const t = useTexts('loyalty');
  const { data } = useRead('GET /api/subscribers/{id}/friend-tariffs', { id });
  const give = useWrite('POST /api/subscribers/{id}/friend-tariffs', memberPaths);
  const told = useWrite('POST /api/subscribers/{id}/friend-tariffs/told', memberPaths);
  const leave = useWrite('POST /api/subscribers/{id}/friend-tariffs/leave', memberPaths);
  if (!data || (data.tariffs.length === 0 && !data.current)) return null;
  const { tariffs, staying, current, currency } = data;
  return (
    <section aria-label={t('tariffs.title')}>
      <h2>{t('tariffs.title')}</h2>
      <PickList>
        {current ? (
          <PickRow title={current.name} text={textOf(t, current)}>
            {current.isUntold ? (
              <Button
                size="xs"
                variant="default"
                loading={told.isPending}
                onClick={() => void told.mutateAsync({ id }).catch(notifyProblem)}
              >
                {t('tariffs.told')}
              </Button>
            ) : null}
            <Button
              size="xs"
              variant="subtle"
              loading={leave.isPending}
              onClick={() => void leave.mutateAsync({ id }).catch(notifyProblem)}
            >
              {t('tariffs.leave')}
            </Button>
          </PickRow>
        ) : (
          tariffs.map(({ productVersionId, name, monthlyFeeMinor, leastFriends }) => (
            <PickRow
              key={productVersionId}
              title={name}
              text={t('tariffs.asks', { count: leastFriends })}
            >
              <span className="tabular">{formatMoney(monthlyFeeMinor, currency)}</span>
              {staying >= leastFriends ? (
                <Button
                  size="xs"
                  variant="default"
                  loading={give.isPending}
                  onClick={() =>
                    void give.mutateAsync({ id, productVersionId }).catch(notifyProblem)
                  }
                >
                  {t('tariffs.give')}
                </Button>
              ) : (
                <Badge>{t('tariffs.missing', { count: leastFriends - staying })}</Badge>
              )}
            </PickRow>
          ))
        )}
      </PickList>
    </section>
  );
};

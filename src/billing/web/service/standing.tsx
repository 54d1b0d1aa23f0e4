import { formatDay, formatInstant } from '../../../ui/format.ts';
import { Facts } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Service } from '../client.ts';
import css from './service.module.css';

/** The break that holds now, if there is one. */
export const currentBreak = ({ breaks, state }: Service) =>
  breaks.find(({ kind }) => kind === state) ?? null;

/** Whether service is given, until when if not, and what may still be spent. */
export const Standing = ({ service }: { service: Service }) => (
  <Facts facts={factsOf(service, useTexts('billing'))} />
);

function factsOf(service: Service, t: ReturnType<typeof useTexts>) {
  const { state, availableMinor, currency, paymentMode, suspendsOn, limitedSince } = service;
  const now = currentBreak(service);
  const why = now ? now.words || t(`choices.breakReason.${now.reason}`) : '';
  return [
    {
      label: t('fields.accountState'),
      value:
        now && state === 'suspended'
          ? t('service.suspendedSince', { at: formatInstant(now.beganAt), why })
          : now?.endedAt && state === 'paused'
            ? t('service.pausedTill', { at: formatInstant(now.endedAt) })
            : t(`choices.accountState.${state}`),
    },
    {
      label: t(availableMinor < 0 ? 'service.lacking' : 'service.available'),
      value: (
        <span className={availableMinor < 0 ? css.warning : ''}>
          <Money amountMinor={Math.abs(availableMinor)} currency={currency} />
        </span>
      ),
    },
    { label: t('service.mode'), value: t(`choices.paymentMode.${paymentMode}`) },
    {
      label: t('service.limit'),
      value: limitedSince ? (
        <span className={css.warning}>
          {t('service.limitedSince', { at: formatInstant(limitedSince) })}
        </span>
      ) : null,
    },
    {
      label: t('service.unpaid'),
      value: suspendsOn ? (
        <span className={css.warning}>
          {t('service.suspendsOn', { on: formatDay(suspendsOn) })}
        </span>
      ) : null,
    },
  ];
}

import { formatMoney, formatNumber, formatPercent } from '../../../ui/format.ts';
import { Box, CardSection, Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type EventEffect, useRead } from '../client.ts';

/** What became of those who came, beside the invited who did not; with bounds, or why not yet. */
export const EffectSection = ({ id }: { id: number }) => {
  const t = useTexts('vip');
  const { data } = useRead('GET /api/vip-events/{id}/effect', { id });
  const say = useBounds(data);
  if (!data) return null;
  const { attended, absent, months, spending, stay, fewest } = data;
  const few = t('gatherings.few', { fewest });
  const none = months === 0 ? t('gatherings.noMonths') : few;
  return (
    <Box>
      <CardSection title={t('gatherings.effect')}>
        <p className="dim">{t('gatherings.effectHint')}</p>
        <Facts
          facts={[
            {
              label: t('gatherings.share'),
              value: say.share ?? t('gatherings.fewAsked', { fewest }),
            },
            { label: t('gatherings.spending'), value: spending === null ? none : say.spending },
            { label: t('gatherings.stay'), value: stay === null ? none : say.stay },
          ]}
        />
        {months === 0 ? null : (
          <p className="dim">
            {t('gatherings.group', { came: attended.guests, absent: absent.guests, months })}
          </p>
        )}
      </CardSection>
    </Box>
  );
};

const useBounds = (effect: EventEffect | undefined) => {
  const t = useTexts('vip');
  if (!effect) return {};
  const { currency, share, came, invited, spending, stay } = effect;
  const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);
  const money = (minor: number): string => signed(formatMoney(Math.round(minor), currency), minor);
  const points = (part: number): string => signed(formatNumber(part * 100, 1), part);
  return {
    share:
      share &&
      t('gatherings.bounds', {
        share: formatPercent(came / invited),
        low: formatPercent(share.low),
        high: formatPercent(share.high),
      }),
    spending:
      spending &&
      t('gatherings.bounds', {
        share: money(spending.difference),
        low: money(spending.low),
        high: money(spending.high),
      }),
    stay:
      stay &&
      t('gatherings.points', {
        value: points(stay.difference),
        low: points(stay.low),
        high: points(stay.high),
      }),
  };
};

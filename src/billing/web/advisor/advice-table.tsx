import { Button } from '@mantine/core';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Badge } from '../../../ui/show/badge.tsx';
import { Money } from '../../../ui/show/money.tsx';
import lines from '../../../ui/show/lines.module.css';
import { useTexts } from '../../../ui/texts.ts';
import type { Advice } from '../client.ts';
import { signedMoney } from '../use-line-words.ts';
import css from './advisor.module.css';
import { gigabytes, objectionWords } from './reasons.ts';

type Props = {
  advice: Advice;
  currency: string;
  /** Null: they may not change it. */
  onChoose: ((versionId: number) => void) | null;
};

/** What each tariff would have cost on the same use: what is held now, then what fits first. */
export const AdviceTable = ({ advice, currency, onChoose }: Props) => {
  const t = useTexts('billing');
  const { now, offered, bestVersionId } = advice;
  const varies = [now, ...offered].some(({ leastMinor, mostMinor }) => leastMinor !== mostMinor);
  return (
    <div className={`${lines.box} scroll`}>
      <table className={`${lines.lines} ${css.table}`} aria-label={t('advisor.table')}>
        <Head varies={varies} />
        <tbody>
          <tr className={css.now ?? ''}>
            <td>
              <b>{now.name}</b>
              <div className="dim">{speedOf(t, now.speedKbps)}</div>
            </td>
            <Costs cost={now} currency={currency} varies={varies} />
            <td className={css.sum}>—</td>
            <td>
              <Badge>{t('advisor.now')}</Badge>
            </td>
            <td className={css.sum}>—</td>
          </tr>
          {offered.map((one) => (
            <tr key={one.versionId}>
              <td>
                <b>{one.name}</b>
                <div className="dim">
                  {[speedOf(t, one.speedKbps), volumeOf(t, one)].filter(Boolean).join(' · ')}
                </div>
              </td>
              <Costs cost={one} currency={currency} varies={varies} />
              <td className={css.sum}>{signedMoney(one.meanMinor - now.meanMinor, currency)}</td>
              <td>
                {one.versionId === bestVersionId ? (
                  <Badge tone="green">{t('advisor.best')}</Badge>
                ) : one.objections.length === 0 ? (
                  t('advisor.fitsToo')
                ) : (
                  <span className="dim">{objectionWords(t, advice, one, currency)}</span>
                )}
              </td>
              <td className={css.sum}>
                {onChoose ? (
                  <Button size="xs" variant="subtle" onClick={() => onChoose(one.versionId)}>
                    {t('advisor.choose')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Head = ({ varies }: { varies: boolean }) => {
  const t = useTexts('billing');
  return (
    <thead>
      <tr>
        <th scope="col">{t('advisor.tariff')}</th>
        <th scope="col" className={css.sum}>
          {t('advisor.mean')}
        </th>
        {varies ? (
          <th scope="col" className={css.sum}>
            {t('advisor.interval')}
          </th>
        ) : null}
        <th scope="col" className={css.sum}>
          {t('advisor.difference')}
        </th>
        <th scope="col">{t('advisor.fits')}</th>
        <th scope="col">
          <span className="visually-hidden">{t('advisor.choose')}</span>
        </th>
      </tr>
    </thead>
  );
};

type Cost = Pick<Advice['now'], 'meanMinor' | 'leastMinor' | 'mostMinor'>;

/** The mean month; the least and the most where any tariff has them apart. */
const Costs = ({ cost, currency, varies }: { cost: Cost; currency: string; varies: boolean }) => (
  <>
    <td className={css.sum}>
      <Money amountMinor={cost.meanMinor} currency={currency} />
    </td>
    {varies ? (
      <td className={`${css.sum} tabular`}>
        {cost.leastMinor === cost.mostMinor
          ? '—'
          : `${formatMoney(cost.leastMinor, currency)} – ${formatMoney(cost.mostMinor, currency)}`}
      </td>
    ) : null}
  </>
);

type T = ReturnType<typeof useTexts>;

const speedOf = (t: T, kbps: number | null): string =>
  kbps === null ? '' : t('accounts.speed', { speed: formatNumber(kbps / 1000) });

const volumeOf = (t: T, one: Advice['offered'][number]): string => {
  if (!one.isMetered) return t('advisor.flat');
  return one.includedBytes > 0
    ? t('advisor.included', { volume: gigabytes(one.includedBytes) })
    : t('advisor.metered');
};

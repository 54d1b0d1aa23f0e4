import { Select } from '@mantine/core';
import { formatMoney } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/show/segmented.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useCurrency } from '../../../ui/viewer.tsx';
import type { Advisor } from '../client.ts';
import css from './advisor.module.css';

export type Asked = {
  kind: 'overpays' | 'underpaid' | 'shared';
  fromMinor: number;
  productId: number | null;
};

/** From which differences a month on sums are kept. */
const steps = [0, 5_000, 10_000, 20_000, 30_000, 50_000, 100_000];

type Props = { advisor: Advisor; asked: Asked; onAsk: (asked: Asked) => void };

/** Who is asked about: of which kind, from which sum on, with which tariff. */
export const Asking = ({ advisor, asked, onAsk }: Props) => {
  const t = useTexts('billing');
  const currency = useCurrency();
  const held = new Set(advisor.sums.map(({ productId }) => productId));
  const tariffs = advisor.products.filter(({ id }) => held.size === 0 || held.has(id));
  return (
    <div className={css.asking}>
      <Segmented
        label={t('advisor.kind')}
        value={asked.kind}
        options={(['overpays', 'underpaid', 'shared'] as const).map((value) => ({
          value,
          label: t(`advisor.kinds.${value}`),
        }))}
        onChange={(kind) => onAsk({ ...asked, kind, fromMinor: 0 })}
      />
      {asked.kind === 'shared' ? null : (
        <Select
          w={190}
          aria-label={t('advisor.from')}
          allowDeselect={false}
          value={String(asked.fromMinor)}
          onChange={(value) => onAsk({ ...asked, fromMinor: Number(value) })}
          data={steps.map((step) => ({
            value: String(step),
            label:
              step === 0
                ? t('advisor.any')
                : t('advisor.fromSum', { sum: formatMoney(step, currency) }),
          }))}
        />
      )}
      <Select
        w={240}
        aria-label={t('advisor.tariff')}
        placeholder={t('advisor.anyTariff')}
        clearable
        searchable
        value={asked.productId === null ? null : String(asked.productId)}
        onChange={(value) => onAsk({ ...asked, productId: value === null ? null : Number(value) })}
        data={tariffs.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
    </div>
  );
};

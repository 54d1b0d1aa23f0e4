import { ActionIcon, Button, Select } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import { DayInput } from '../../../ui/form/inputs.tsx';
import { dayOf } from '../../../ui/format.ts';
import { serverNow } from '../../../ui/now.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Seller } from '../client.ts';
import css from '../papers/papers.module.css';

/** A row keeps its key whatever is typed in it. */
export type Rate = Seller['vatRates'][number] & { key: number };
type Props = { value: readonly Rate[]; error?: string; onChange: (rates: Rate[]) => void };

const percents = [null, 5, 7, 10, 20, 22] as const;

/** How much of a price is VAT, from which day on. */
export const VatRates = ({ value, error, onChange }: Props) => {
  const t = useTexts('billing');
  const change = (at: number, next: Partial<Rate>): void =>
    onChange(value.map((rate, place) => (place === at ? { ...rate, ...next } : rate)));
  const nameOf = (percent: Rate['percent']): string =>
    percent === null ? t('seller.none') : t('seller.rate', { percent });
  const fresh = (): Rate => ({
    key: Math.max(0, ...value.map(({ key }) => key)) + 1,
    fromOn: dayOf(serverNow()),
    percent: 20,
  });
  return (
    <div className={css.rates}>
      {value.map((rate, at) => (
        <div key={rate.key} className={css.rate}>
          <DayInput
            label={t('seller.from')}
            value={rate.fromOn}
            {...(error === undefined ? {} : { error })}
            onChange={(fromOn) => change(at, { fromOn })}
          />
          <Select
            label={t('seller.percent')}
            value={String(rate.percent)}
            allowDeselect={false}
            data={percents.map((percent) => ({ value: String(percent), label: nameOf(percent) }))}
            onChange={(chosen) =>
              change(at, { percent: percents.find((one) => String(one) === chosen) ?? null })
            }
          />
          <ActionIcon
            size={34}
            aria-label={t('seller.removeRate')}
            onClick={() => onChange(value.filter((_, place) => place !== at))}
          >
            <Trash2 size={15} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          leftSection={<Plus size={14} />}
          onClick={() => onChange([...value, fresh()])}
        >
          {t('seller.addRate')}
        </Button>
      </div>
    </div>
  );
};

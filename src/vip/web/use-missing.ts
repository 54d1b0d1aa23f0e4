import { formatMoney } from '../../ui/format.ts';
import { useTexts } from '../../ui/texts.ts';
import type { Client } from './client.ts';

/** Says what somebody lacks to be a member: "three on-time months". */
export const useMissing = (currency: string) => {
  const t = useTexts('vip');
  return ({ what, by }: Client['missing'][number]): string =>
    what === 'charges'
      ? t('missing.charges', { sum: formatMoney(by, currency) })
      : t(`missing.${what}`, { count: by });
};

import { formatMoney } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Service } from '../client.ts';

type Props = { bundle: Service['subscriptions'][number]['bundle']; currency: string };

/** What everything else of a bundle costs more without a part, told before it goes. */
export const BundleEnds = ({ bundle, currency }: Props) => {
  const t = useTexts('billing');
  if (!bundle) return null;
  const sum = formatMoney(bundle.lostMinor, currency);
  return <p>{t('service.bundleEnds', { name: bundle.name, sum })}</p>;
};

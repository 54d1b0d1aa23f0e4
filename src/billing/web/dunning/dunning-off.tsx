import { Badge } from '../../../ui/show/badge.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../client.ts';

/** Says where nobody is reminded of a debt. */
export const DunningOff = () => {
  const t = useTexts('billing');
  const sums = useRead('GET /api/debtors/sums', {}).data;
  if (sums?.isOn !== false) return null;
  return (
    <Badge tone="amber" title={t('dunning.offText')}>
      {t('dunning.off')}
    </Badge>
  );
};

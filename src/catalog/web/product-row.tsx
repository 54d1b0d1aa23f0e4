import { formatMoney } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { PickRow } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Product } from './client.ts';

/** A further service that brings channels is a package of them. */
const kindKey = ({ kind, versions }: Product) =>
  kind === 'addon' && versions[0]?.tvChannels ? 'tvPackage' : (`kind.${kind}` as const);

/** Nothing is paid for it by the month. */
const isSoldOnce = ({ monthlyFeeMinor, connectionFeeMinor }: Product['versions'][number]) =>
  monthlyFeeMinor === 0 && connectionFeeMinor > 0;

/** A product with the fee of its newest version, and how many have it. */
export const ProductRow = ({ product, onPick }: { product: Product; onPick: () => void }) => {
  const t = useTexts('catalog');
  const [newest] = product.versions;
  const held = product.versions.reduce((sum, version) => sum + version.held, 0);
  return (
    <PickRow
      title={product.name}
      text={`${t(`service.${product.service}`)} · ${t('held', { count: held })}`}
      onPick={onPick}
    >
      {product.isArchived ? <Badge>{t('isArchived')}</Badge> : null}
      {product.purpose === null ? null : (
        <Badge tone="teal">{t(`purpose.${product.purpose}`)}</Badge>
      )}
      {product.kind === 'tariff' ? null : <Badge>{t(kindKey(product))}</Badge>}
      {newest?.chargeCycle === 'daily' ? <Badge>{t('cycle.daily')}</Badge> : null}
      {newest && newest.rates.length > 0 ? <Badge tone="teal">{t('measured')}</Badge> : null}
      <span className="tabular">
        {newest && isSoldOnce(newest)
          ? t('onceSum', { sum: formatMoney(newest.connectionFeeMinor, newest.currency) })
          : newest && formatMoney(newest.monthlyFeeMinor, newest.currency)}
      </span>
    </PickRow>
  );
};

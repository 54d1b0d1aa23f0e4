import { formatDay, formatMoney } from '../../ui/format.ts';
import { Badge } from '../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import type { Product, Version } from './client.ts';
import { useTermsWords } from './terms-words.ts';

/** What a product was and is sold at, the newest first. */
export const Versions = ({ product }: { product: Product }) => {
  const t = useTexts('catalog');
  return (
    <section>
      <h2>{t('versions')}</h2>
      <PickList>
        {product.versions.map((version) => (
          <VersionRow key={version.id} version={version} kind={product.kind} />
        ))}
      </PickList>
      <p className="dim">{t('versionText')}</p>
    </section>
  );
};

/** A version: its fee, its terms in words, and how many have it. */
const VersionRow = ({ version, kind }: { version: Version; kind: Product['kind'] }) => {
  const t = useTexts('catalog');
  const wordsOf = useTermsWords();
  return (
    <PickRow
      title={t('version', {
        number: version.version,
        fee: formatMoney(version.monthlyFeeMinor, version.currency),
        on: formatDay(version.validFrom),
      })}
      text={wordsOf(version, kind).join(' · ')}
    >
      <Badge tone={version.held > 0 ? 'teal' : 'gray'}>{t('held', { count: version.held })}</Badge>
    </PickRow>
  );
};

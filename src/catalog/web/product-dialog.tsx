import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { formatDay, formatMoney } from '../../ui/format.ts';
import { notifyProblem } from '../../ui/notify.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useWrite, type Product, type Version } from './client.ts';
import { useTermsWords } from './terms-words.ts';
import { VersionDialog } from './version-dialog.tsx';

/** A product's versions with their terms; a new one begins with those of the newest. */
export const ProductDialog = ({ product, onClose }: { product: Product; onClose: () => void }) => {
  const t = useTexts('catalog');
  const [isAdding, setAdding] = useState(false);
  const archive = useWrite('PUT /api/products/{id}');
  if (isAdding) return <VersionDialog product={product} onClose={onClose} />;
  const change = { id: product.id, isArchived: !product.isArchived };
  return (
    <Modal opened onClose={onClose} title={product.name} size={640}>
      <PickList>
        {product.versions.map((version) => (
          <VersionRow key={version.id} version={version} />
        ))}
      </PickList>
      <p className="dim">{t('versionText')}</p>
      <Button onClick={() => setAdding(true)}>{t('addVersion')}</Button>{' '}
      <Button
        variant="subtle"
        color="gray"
        onClick={() => void archive.mutateAsync(change).then(onClose).catch(notifyProblem)}
      >
        {t(product.isArchived ? 'restore' : 'archive')}
      </Button>
    </Modal>
  );
};

const VersionRow = ({ version }: { version: Version }) => {
  const t = useTexts('catalog');
  const wordsOf = useTermsWords();
  return (
    <PickRow
      title={t('version', {
        number: version.version,
        fee: formatMoney(version.monthlyFeeMinor, version.currency),
        on: formatDay(version.validFrom),
      })}
      text={wordsOf(version).join(' · ')}
    >
      <Badge tone={version.held > 0 ? 'teal' : 'gray'}>{t('held', { count: version.held })}</Badge>
    </PickRow>
  );
};

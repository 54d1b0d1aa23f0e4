import { Button } from '@mantine/core';
import { useState } from 'react';
import { SettingsPage } from '../../staff/web/index.tsx';
import { notifyProblem } from '../../ui/notify.tsx';
import { CreateAction } from '../../ui/show/action.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { PickList } from '../../ui/show/pick-list.tsx';
import { useTexts } from '../../ui/texts.ts';
import { AboutForm } from './about-form.tsx';
import { useWrite, type Product } from './client.ts';
import { VersionDialog } from './version-dialog.tsx';
import { VersionRow } from './version-row.tsx';

/** A product that was read, and what may be done with it. */
export const OpenProduct = ({ product }: { product: Product }) => {
  const t = useTexts('catalog');
  const [isAdding, setAdding] = useState(false);
  const archive = useWrite('PUT /api/products/{id}');
  const change = { id: product.id, isArchived: !product.isArchived };
  const actions = (
    <>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => void archive.mutateAsync(change).catch(notifyProblem)}
      >
        {t(product.isArchived ? 'restore' : 'archive')}
      </Button>
      <CreateAction onClick={() => setAdding(true)}>{t('addVersion')}</CreateAction>
    </>
  );
  return (
    <SettingsPage
      title={product.name}
      subtitle={`${t(`kind.${product.kind}`)} · ${t(`service.${product.service}`)}`}
      marks={product.isArchived ? <Badge>{t('isArchived')}</Badge> : null}
      actions={actions}
      backTo="/settings/catalogue"
    >
      <section>
        <h2>{t('versions')}</h2>
        <PickList>
          {product.versions.map((version) => (
            <VersionRow key={version.id} version={version} />
          ))}
        </PickList>
        <p className="dim">{t('versionText')}</p>
      </section>
      <section>
        <h2>{t('about')}</h2>
        <AboutForm product={product} />
      </section>
      {isAdding ? <VersionDialog product={product} onClose={() => setAdding(false)} /> : null}
    </SettingsPage>
  );
};

import { SettingsPage } from '../../staff/web/index.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { Slot } from '../../ui/slot.tsx';
import { useTexts } from '../../ui/texts.ts';
import { AboutForm } from './about-form.tsx';
import css from './catalog.module.css';
import type { Product } from './client.ts';
import { ProductActions } from './product-actions.tsx';
import { productSections } from './slots.ts';
import { Versions } from './versions.tsx';

/** A product that was read, and what may be done with it. */
export const OpenProduct = ({ product }: { product: Product }) => {
  const t = useTexts('catalog');
  return (
    <SettingsPage
      title={product.name}
      subtitle={`${t(`kind.${product.kind}`)} · ${t(`service.${product.service}`)}`}
      marks={product.isArchived ? <Badge>{t('isArchived')}</Badge> : null}
      actions={<ProductActions product={product} />}
      backTo="/settings/catalogue"
    >
      <div className={css.sections}>
        <Versions product={product} />
        <Slot of={productSections} product={product} />
        <AboutForm product={product} />
      </div>
    </SettingsPage>
  );
};

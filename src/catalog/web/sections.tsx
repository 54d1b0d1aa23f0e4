import { Bundles } from './bundles.tsx';
import css from './catalog.module.css';
import type { Product } from './client.ts';
import { Limits } from './limits.tsx';
import { ProductList } from './product-list.tsx';
import { Promotions } from './promotions.tsx';

/** The catalogue's parts: what is sold, alone, together and for less, and within which limits. */
export const Sections = ({ products }: { products: readonly Product[] }) => (
  <div className={css.sections}>
    {products.length > 0 ? <ProductList products={products} /> : null}
    <Bundles products={products} />
    <Promotions products={products} />
    <Limits />
  </div>
);

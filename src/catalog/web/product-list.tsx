import { useNavigate } from 'react-router';
import { PickList } from '../../ui/show/pick-list.tsx';
import type { Product } from './client.ts';
import { ProductRow } from './product-row.tsx';

/** Everything that is or was sold, a line each. */
export const ProductList = ({ products }: { products: readonly Product[] }) => {
  const navigate = useNavigate();
  return (
    <PickList>
      {products.map((one) => (
        <ProductRow
          key={one.id}
          product={one}
          onPick={() => void navigate(`/settings/catalogue/${one.id}`)}
        />
      ))}
    </PickList>
  );
};

import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { ChosenAddress } from '../../network/web/index.tsx';
import { useTexts } from '../../ui/texts.ts';
import { placeQuery } from './checked-place.ts';

/** From an address that was checked to a sale there: by the script, or as a deal. */
export const SellThere = (chosen: ChosenAddress) => {
  const t = useTexts('sales');
  const place = placeQuery(chosen);
  return (
    <>
      <Button
        variant="filled"
        renderRoot={(root) => <Link {...root} to={`/guided-sales/new?${place}`} />}
      >
        {t('guided.start')}
      </Button>
      <Button renderRoot={(root) => <Link {...root} to={`/deals/new?${place}`} />}>
        {t('deals.new')}
      </Button>
    </>
  );
};

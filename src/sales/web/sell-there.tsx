import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../../ui/texts.ts';

/** From an address that was checked to a sale there: by the script, or as a deal. */
export const SellThere = ({ text }: { text: string; flat: string }) => {
  const t = useTexts('sales');
  const address = new URLSearchParams({ address: text });
  return (
    <>
      <Button
        variant="filled"
        renderRoot={(root) => <Link {...root} to={`/guided-sales/new?${address}`} />}
      >
        {t('guided.start')}
      </Button>
      <Button renderRoot={(root) => <Link {...root} to={`/deals/new?${address}`} />}>
        {t('deals.new')}
      </Button>
    </>
  );
};

import { Button } from '@mantine/core';
import { List } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { LeadsLink } from '../leads/leads-link.tsx';

/** Where else to look from a board: what comes in, and the same deals as a list. */
export const BoardLinks = () => {
  const t = useTexts('sales');
  return (
    <>
      <LeadsLink />
      <Button
        variant="subtle"
        leftSection={<List size={14} />}
        renderRoot={(root) => <Link {...root} to="/deals/list" />}
      >
        {t('board.asList')}
      </Button>
    </>
  );
};

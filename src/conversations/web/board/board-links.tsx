import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';

/** What the board's people did before, and what is planned for them. */
export const BoardLinks = () => {
  const t = useTexts('conversations');
  const may = useMay();
  if (!may('staff.states')) return null;
  return (
    <Button variant="default" size="xs" renderRoot={(root) => <Link {...root} to="/states" />}>
      {t('board.toStates')}
    </Button>
  );
};

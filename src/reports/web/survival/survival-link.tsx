import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';

/** From the figures to how long accounts stay. */
export const SurvivalLink = () => {
  const t = useTexts('reports');
  return (
    <Button variant="subtle" renderRoot={(root) => <Link {...root} to="/reports/survival" />}>
      {t('survival.title')}
    </Button>
  );
};

import { Button } from '@mantine/core';
import { ChartColumn, PhoneCall, Shield } from 'lucide-react';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';

/** What is done before anybody says that they leave. */
export const BesideCases = () => {
  const t = useTexts('retention');
  const may = useMay();
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<PhoneCall size={14} />}
        renderRoot={(root) => <Link {...root} to="/conversations?queue=tasks" />}
      >
        {t('tasks.title')}
      </Button>
      {may('retention.plays') ? (
        <Button
          variant="subtle"
          leftSection={<Shield size={14} />}
          renderRoot={(root) => <Link {...root} to="/retention/plays" />}
        >
          {t('plays.title')}
        </Button>
      ) : null}
      {may('retention.figures') ? (
        <Button
          variant="subtle"
          leftSection={<ChartColumn size={14} />}
          renderRoot={(root) => <Link {...root} to="/cases/figures" />}
        >
          {t('figures.title')}
        </Button>
      ) : null}
    </>
  );
};

import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { SettingsPage } from '../../staff/web/index.tsx';
import { Badge } from '../../ui/show/badge.tsx';
import { Box, CardSection } from '../../ui/show/facts.tsx';
import { ErrorState } from '../../ui/show/state.tsx';
import { useTexts } from '../../ui/texts.ts';
import { useRead, type Norms } from './client.ts';
import { NormForm } from './norm-form.tsx';
import { hoursInWords } from './hours-in-words.ts';
import css from './norms.module.css';

const Calendars = ({ calendars }: Pick<Norms, 'calendars'>) => {
  const t = useTexts('norms');
  return (
    <CardSection
      title={t('calendars')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} />}
          renderRoot={(root) => <Link {...root} to="/settings/norms/calendars/new" />}
        >
          {t('addCalendar')}
        </Button>
      }
    >
      <ul className={css.calendars}>
        {calendars.map((calendar) => (
          <li key={calendar.id}>
            <Link className={css.calendar} to={`/settings/norms/calendars/${calendar.id}`}>
              <span className={css.name}>
                {calendar.name}
                {calendar.isUsed ? <Badge tone="teal">{t('used')}</Badge> : null}
              </span>
              <span className="dim">{hoursInWords(calendar, t)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </CardSection>
  );
};

/** What is promised, and on which calendars it is counted. */
export const Component = () => {
  const t = useTexts('norms');
  const { data, error, refetch } = useRead('GET /api/norms');
  return (
    <SettingsPage title={t('title')} subtitle={t('subtitle')}>
      {error && !data ? <ErrorState failure={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Box>
          {data.norms.map((norm) => (
            <CardSection key={norm.id} title={t(`kinds.${norm.kind}`)}>
              <NormForm norm={norm} calendars={data.calendars} />
            </CardSection>
          ))}
          <Calendars calendars={data.calendars} />
        </Box>
      ) : null}
    </SettingsPage>
  );
};

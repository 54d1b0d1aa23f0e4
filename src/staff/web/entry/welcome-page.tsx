import { Button, Skeleton } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { problemText } from '../../../ui/problem-text.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useRead } from '../api.ts';
import { EntryFrame } from '../../../ui/entry/entry-frame.tsx';
import { WelcomeForm } from './welcome-form.tsx';

/** Where a one-time link leads: the first administrator, somebody invited, a lost password. */
export const Component = () => {
  const t = useTexts('staff');
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const look = useRead('POST /api/welcome/look', { token }, { staleMs: 600_000 });
  if (look.data) return <WelcomeForm token={token} link={look.data} />;
  if (look.error) {
    return (
      <EntryFrame title={t('welcome.goneTitle')} text={problemText(look.error)}>
        <Button mt="lg" fullWidth size="md" renderRoot={(root) => <Link {...root} to="/sign-in" />}>
          {t('welcome.toSignIn')}
        </Button>
      </EntryFrame>
    );
  }
  return (
    <EntryFrame title={t('welcome.title')}>
      <Skeleton h={180} mt="lg" />
    </EntryFrame>
  );
};

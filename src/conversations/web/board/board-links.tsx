import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';

const links = [
  { permission: 'staff.shifts', to: '/shifts', words: 'board.toShifts' },
  { permission: 'staff.states', to: '/states', words: 'board.toStates' },
] as const;

/** What is planned for the board's people, and what they did before. */
export const BoardLinks = () => {
  const t = useTexts('conversations');
  const may = useMay();
  return links
    .filter(({ permission }) => may(permission))
    .map(({ to, words }) => (
      <Button
        key={to}
        variant="default"
        size="xs"
        renderRoot={(root) => <Link {...root} to={to} />}
      >
        {t(words)}
      </Button>
    ));
};

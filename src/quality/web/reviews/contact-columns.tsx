import { Link } from 'react-router';
import { formatDay, formatNo } from '../../../ui/format.ts';
import { useTexts } from '../../../ui/texts.ts';
import type { Draw } from '../client.ts';

type Contact = Pick<
  Draw,
  'staff' | 'conversationId' | 'number' | 'channel' | 'length' | 'kind' | 'weekOn'
>;

/** The first columns of every table of contacts. */
export const useContactColumns = () => {
  const t = useTexts('quality');
  const channels = useTexts('conversations');
  return [
    { key: 'who', label: t('reviews.who'), show: ({ staff }: Contact) => staff.name },
    {
      key: 'contact',
      label: t('reviews.contact'),
      isWords: true,
      show: ({ conversationId, number }: Contact) => (
        <Link to={`/conversations/${conversationId}`}>{formatNo(number)}</Link>
      ),
    },
    {
      key: 'what',
      label: t('reviews.kind'),
      isWords: true,
      show: ({ kind, channel, length }: Contact) =>
        [
          t(`contactKinds.${kind}`),
          channels(`channels.${channel}`, { defaultValue: channel }),
          t(`lengths.${length}`),
        ].join(' · '),
    },
    {
      key: 'week',
      label: t('reviews.week'),
      isWords: true,
      show: ({ weekOn }: Contact) => formatDay(weekOn),
    },
  ];
};

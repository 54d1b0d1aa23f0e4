import { AtSign, Bell } from 'lucide-react';
import { Avatar } from '../../../ui/show/avatar.tsx';
import { ListItem } from '../../../ui/show/list-item.tsx';
import { EmptyState } from '../../../ui/show/state.tsx';
import { Ago } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import { type Mention, useMentions } from './use-mentions.ts';

const at = <AtSign size={11} />;
const bell = <Bell size={11} />;

type Props = {
  pathOf: (path: string) => string;
  empty: { title: string; text: string };
};

/** Where I was called by name, and news of what I watch; opened, it is seen. */
export const MentionList = ({ pathOf, empty }: Props) => {
  const t = useTexts('work');
  const { rows, isRead } = useMentions();
  const { mutate: see } = useWrite('POST /api/mentions/seen', ['/api/mentions']);
  if (isRead && rows.length === 0) {
    return <EmptyState icon={AtSign} {...empty} />;
  }
  const nameIn = ({ byName }: Mention): string => byName ?? t('mentions.program');
  return rows.map((one) => (
    <div key={one.id} onClickCapture={() => one.isSeen || see({ ids: [one.id] })}>
      <ListItem
        to={pathOf(one.path)}
        picture={<Avatar name={nameIn(one)} mark={one.reason === 'named' ? at : bell} />}
        title={one.title}
        isUnread={!one.isSeen}
        time={<Ago at={one.mentionedAt} />}
        text={t(`mentions.reasons.${one.reason}`, { name: nameIn(one) })}
      />
    </div>
  ));
};

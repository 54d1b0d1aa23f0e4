import { useNavigate } from 'react-router';
import { Badge } from '../../../ui/show/badge.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { Play } from './client.ts';
import { usePlayWords } from './use-play-words.ts';

/** Plays of one aim, each as a sentence, with what they have come to. */
export const PlayRows = ({ aim, plays }: { aim: Play['aim']; plays: readonly Play[] }) => {
  const t = useTexts('retention');
  const go = useNavigate();
  const { sentence } = usePlayWords();
  if (plays.length === 0) return null;
  const textOf = (play: Play): string =>
    play.open + play.done === 0 ? sentence(play) : `${sentence(play)} ${t('plays.figures', play)}`;
  return (
    <section aria-label={t(`plays.${aim}`)}>
      <h2>{t(`plays.${aim}`)}</h2>
      <PickList>
        {plays.map((play) => (
          <PickRow
            key={play.id}
            title={play.name}
            text={textOf(play)}
            onPick={() => void go(`/retention/plays/${play.id}`)}
          >
            <PlayMark play={play} />
          </PickRow>
        ))}
      </PickList>
    </section>
  );
};

export const PlayMark = ({ play }: { play: Play }) => {
  const t = useTexts('retention');
  if (play.isArchived) return <Badge>{t('settings.off')}</Badge>;
  return (
    <Badge tone={play.isOn ? 'green' : 'gray'}>{t(play.isOn ? 'plays.on' : 'plays.off')}</Badge>
  );
};

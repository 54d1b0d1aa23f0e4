import { useTexts } from '../../../ui/texts.ts';
import type { Play } from './client.ts';

type Said = Pick<Play, 'signal' | 'bound' | 'reason' | 'action' | 'cooldownDays'> & {
  segment: string | null;
  whomSegment: string | null;
  offer: { name: string } | null;
};

type Occasion = Pick<Said, 'signal' | 'bound' | 'reason' | 'segment'>;

/** A play as a sentence that a person can read. */
export const usePlayWords = () => {
  const t = useTexts('retention');
  const when = ({ signal, bound, segment, reason }: Occasion) =>
    t(`plays.said.${signal}`, {
      count: bound,
      segment: segment ?? '…',
      reason: t(`choices.reasonGroup.${reason}`),
    });
  const sentence = (play: Said): string =>
    t('plays.sentence', {
      when: when(play),
      whom: play.whomSegment ? t('plays.ofWhom', { segment: play.whomSegment }) : '',
      what: t(`plays.actionsSaid.${play.action}`, { offer: play.offer?.name ?? '…' }),
      count: play.cooldownDays,
    });
  /** Its occasion alone, as the beginning of a sentence. */
  const why = (play: Occasion): string => {
    const said = when(play);
    return said.charAt(0).toLocaleUpperCase() + said.slice(1);
  };
  return { sentence, why };
};

import { useTexts } from '../../../ui/texts.ts';
import type { Opened } from '../api.ts';
import { ChannelSign } from '../channel-sign.tsx';
import css from './act.module.css';

/** By what an answer leaves and to whom, where several ways meet in one conversation. */
export const AnswersBy = ({ conversation }: { conversation: Opened }) => {
  const t = useTexts('conversations');
  const { answersBy, channel, merges } = conversation;
  if (!answersBy || (answersBy.channel === channel && merges.length === 0)) return null;
  const by = t(`channels.${answersBy.channel}`);
  return (
    <p className={css.answersBy}>
      <ChannelSign channel={answersBy.channel} size={14} />
      {t('act.answersBy', { by, to: answersBy.to })}
    </p>
  );
};

/** Said before an answer leaves for where a letter asks it to, if nobody is known there. */
export const ForeignLine = ({ address }: { address: string | undefined }) => {
  const t = useTexts('conversations');
  if (address === undefined) return null;
  return (
    <p className={css.foreign} role="alert">
      {t('act.answersElsewhere', { address })}
    </p>
  );
};

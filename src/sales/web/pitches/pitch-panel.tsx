import type { OpenedConversation } from '../../../conversations/web/index.tsx';
import { useLiveRefresh } from '../../../ui/live.ts';
import { Badge, type Tone } from '../../../ui/show/badge.tsx';
import { CardSection } from '../../../ui/show/facts.tsx';
import { Money } from '../../../ui/show/money.tsx';
import { Instant } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import type { PitchAnswer } from '../../pitches/answers.ts';
import { useUnderWay } from '../guided/use-under-way.ts';
import { useRead, type Shown } from '../client.ts';
import { PitchAnswers } from './pitch-answers.tsx';
import css from './pitch.module.css';

const tones: Record<PitchAnswer, Tone> = {
  interested: 'green',
  later: 'amber',
  refused: 'gray',
  not_said: 'gray',
};

/** The one further service to offer in this conversation, with its argument; or why none. */
export const PitchPanel = ({ conversation }: { conversation: OpenedConversation }) => {
  const t = useTexts('sales');
  const { id, isMine, state } = conversation;
  const { data } = useRead('GET /api/conversations/{id}/pitch', { id });
  useLiveRefresh(
    ['sales.pitch_answered', 'conversations.message_came', 'conversations.sender_recognised'],
    [`/api/conversations/${id}/pitch`],
  );
  const { id: guidedId } = useUnderWay(id);
  // The sale by the script offers further services itself.
  if (guidedId !== null) return null;
  // Where nothing fits there is nothing to say either.
  if (!data || data.silence === 'nothing_fits') return null;
  if (data.silence) {
    return (
      <CardSection>
        <p className={css.silent}>{t(`silences.${data.silence}`)}</p>
      </CardSection>
    );
  }
  if (!data.offered) return null;
  return (
    <CardSection title={t('pitch.title')}>
      <div className={css.offer}>
        <div className={css.head}>
          <strong>{data.offered.productName}</strong>
          <span className="dim">
            <Money amountMinor={data.offered.monthlyFeeMinor} currency={data.offered.currency} />{' '}
            {t('pitch.aMonth')}
          </span>
        </div>
        <p className={css.argument}>{data.offered.argument}</p>
        {data.answered ? <Answered answered={data.answered} /> : null}
        {isMine && state !== 'closed' ? <PitchAnswers id={id} shown={data} /> : null}
      </div>
    </CardSection>
  );
};

const Answered = ({ answered }: { answered: NonNullable<Shown['answered']> }) => {
  const t = useTexts('sales');
  return (
    <p className={css.answered}>
      <Badge tone={tones[answered.answer]}>{t(`answers.${answered.answer}`)}</Badge>{' '}
      <span className="dim">
        {answered.by} · <Instant at={answered.at} />
      </span>
    </p>
  );
};

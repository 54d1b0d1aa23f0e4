import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatPercent } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { ReasonDialog } from '../../../ui/form/reason-dialog.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { type Answer, choices } from '../../kinds.ts';
import { type Item, type Review, reviewPaths, useWrite } from '../client.ts';
import css from '../quality.module.css';

type Props = { item: Item; review: Review; answer: Answer | undefined };
type Dispute = Review['disputes'][number];

/** What was disputed about an item and how it was decided; or the way to dispute or decide it. */
export const DisputeLine = ({ item, review, answer }: Props) => {
  const t = useTexts('quality');
  const [isOpen, setOpen] = useState(false);
  const write = useWrite('POST /api/quality-reviews/{id}/disputes', reviewPaths);
  const dispute = review.disputes.find((one) => one.item === item.key);
  const mayAsk = review.isOfMe && review.finishedAt !== null && answer !== undefined;
  const close = (): void => setOpen(false);
  if (!dispute && !mayAsk) return null;
  return (
    <div className={css.dispute}>
      {dispute ? <History dispute={dispute} /> : null}
      {dispute && dispute.decidedAt === null && review.canDecide ? (
        <Button size="xs" onClick={() => setOpen(true)}>
          {t('review.decide')}
        </Button>
      ) : null}
      {!dispute && mayAsk ? (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {t('review.dispute')}
        </Button>
      ) : null}
      {isOpen && dispute ? <DecideDialog item={item} dispute={dispute} onClose={close} /> : null}
      {isOpen && !dispute ? (
        <ReasonDialog
          title={t('review.dispute')}
          text={t('review.disputeText')}
          label={t('review.disputeWords')}
          save={(words) => write.mutateAsync({ id: review.id, item: item.key, words })}
          onClose={close}
        />
      ) : null}
    </div>
  );
};

const History = ({ dispute }: { dispute: Dispute }) => {
  const t = useTexts('quality');
  const { words, answerBefore, answerAfter, decidedBy, decisionWords, scoreBefore } = dispute;
  return (
    <>
      <p>{t('review.disputed', { words })}</p>
      {answerAfter === null ? null : (
        <p>
          {t('review.decided', {
            who: decidedBy?.name ?? '',
            before: t(`answers.${answerBefore}`),
            after: t(`answers.${answerAfter}`),
            words: decisionWords,
          })}{' '}
          <span className="dim">
            {t('review.wasScore', { score: formatPercent(scoreBefore / 100) })}
          </span>
        </p>
      )}
    </>
  );
};

const DecideDialog = (props: { item: Item; dispute: Dispute; onClose: () => void }) => {
  const { item, dispute, onClose } = props;
  const t = useTexts('quality');
  const write = useWrite('POST /api/quality-disputes/{id}/decide', reviewPaths);
  const form = useForm<{ answer: Answer; words: string }, unknown>({
    initial: { answer: dispute.answerBefore, words: '' },
    save: (values) => write.mutateAsync({ ...values, id: dispute.id }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('review.decide')} size={460}>
      <Form form={form} submitLabel={t('review.decide')} onCancel={onClose}>
        <Select
          value={form.values.answer}
          onChange={(value) => form.set('answer', value ?? dispute.answerBefore)}
          label={t('review.decideAnswer')}
          allowDeselect={false}
          data={choices[item.scale].map((value) => ({ value, label: t(`answers.${value}`) }))}
        />
        <Textarea {...form.text('words')} label={t('review.decideWords')} required autosize />
      </Form>
    </Modal>
  );
};

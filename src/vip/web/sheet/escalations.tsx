import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatInstant, formatNo } from '../../../ui/format.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { Clock } from '../../../ui/show/clock.tsx';
import { PickList, PickRow } from '../../../ui/show/pick-list.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type Escalation, useRead, useWrite } from '../client.ts';

const paths = ['/api/vip-escalations', '/api/vip-sheet'];

/** Questions put to leaders: of one client, or of all whom one reaches and put to oneself. */
export const Escalations = ({ subscriberId }: { subscriberId?: number }) => {
  const t = useTexts('vip');
  const asked = subscriberId === undefined ? {} : { subscriberId };
  const { data } = useRead('GET /api/vip-escalations', asked);
  const [answered, setAnswered] = useState<Escalation>();
  const all = data?.escalations ?? [];
  const shown = subscriberId === undefined ? all.filter((one) => one.answeredAt === null) : all;
  if (shown.length === 0) return null;
  return (
    <section aria-label={t('escalations.title')}>
      <h2>{t('escalations.title')}</h2>
      <PickList>
        {shown.map((one) => (
          <PickRow
            key={one.id}
            title={`${one.subscriber.name || formatNo(one.subscriber.id)}: ${one.words}`}
            text={wordsOf(one, t('escalations.to', { leader: one.leader.name }))}
          >
            {one.answeredAt === null ? (
              <>
                <Clock dueAt={one.dueAt} />
                {one.mayAnswer ? (
                  <Button size="xs" onClick={() => setAnswered(one)}>
                    {t('escalations.answer')}
                  </Button>
                ) : null}
              </>
            ) : null}
          </PickRow>
        ))}
      </PickList>
      {answered ? <AnswerDialog one={answered} onClose={() => setAnswered(undefined)} /> : null}
    </section>
  );
};

const wordsOf = ({ answer, answeredAt }: Escalation, to: string): string =>
  answeredAt === null ? to : `${to}: ${answer} · ${formatInstant(answeredAt)}`;

const AnswerDialog = ({ one, onClose }: { one: Escalation; onClose: () => void }) => {
  const t = useTexts('vip');
  const write = useWrite('POST /api/vip-escalations/{id}/answer', paths);
  const form = useForm({
    initial: { answer: '' },
    save: ({ answer }) => write.mutateAsync({ id: one.id, version: one.version, answer }),
    onSaved: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('escalations.answer')} size={480}>
      <p>{one.words}</p>
      <Form form={form} onCancel={onClose}>
        <Textarea
          {...form.text('answer')}
          label={t('escalations.words')}
          autosize
          minRows={2}
          required
          data-autofocus
        />
      </Form>
    </Modal>
  );
};

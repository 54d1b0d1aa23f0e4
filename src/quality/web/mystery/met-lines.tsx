import { formatInstant } from '../../../ui/format.ts';
import { notifyProblem } from '../../../ui/notify.tsx';
import { Facts } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { type ShopperTask, useWrite } from '../client.ts';
import { EvidenceLines } from '../audits/evidence-lines.tsx';
import css from '../quality.module.css';

type Props = { task: ShopperTask; isOpen: boolean };

/** What a shopper met, and by what it is known. */
export const MetLines = ({ task, isOpen }: Props) => {
  const t = useTexts('quality');
  const { askedAt, answeredIn, recommended, pitched, reasonAsked, words, staff, proofs } = task;
  const remove = useWrite('DELETE /api/quality-shopper-proofs/{id}', ['/api/quality-rounds']);
  const yesOrNo = (told: boolean | null): string =>
    told === null ? t('answers.na') : told ? t('answers.yes') : t('answers.no');
  return (
    <>
      <div className={css.met}>
        <Facts
          facts={[
            { label: t('mystery.askedAt'), value: askedAt === null ? '—' : formatInstant(askedAt) },
            {
              label: t('mystery.answeredIn'),
              value:
                answeredIn === null
                  ? t('mystery.nobody')
                  : t('mystery.minutes', { minutes: answeredIn }),
            },
            { label: t('measures.recommended'), value: yesOrNo(recommended) },
            { label: t('measures.pitched'), value: yesOrNo(pitched) },
            { label: t('measures.reason_asked'), value: yesOrNo(reasonAsked) },
            { label: t('mystery.whom'), value: staff?.name ?? '—' },
          ]}
        />
      </div>
      <p className={css.words}>{words}</p>
      <EvidenceLines
        proofs={proofs}
        {...(isOpen
          ? { onRemove: (id: number) => remove.mutate({ id }, { onError: notifyProblem }) }
          : {})}
      />
    </>
  );
};

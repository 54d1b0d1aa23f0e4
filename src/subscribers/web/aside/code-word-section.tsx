import { Menu, TextInput } from '@mantine/core';
import { notifyDone, notifyProblem } from '../../../ui/notify.tsx';
import { Day } from '../../../ui/show/time.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { useMay } from '../../../ui/viewer.tsx';
import { call, useWrite, type Card } from '../client.ts';
import css from './aside.module.css';
import { EditableSection } from './editable-section.tsx';
import { RowMenu } from './row-menu.tsx';
import { SmallForm, useSmallForm } from './small-form.tsx';

/** The word by which they are known on the phone; it is compared, and shown to nobody. */
export const CodeWordSection = ({ card }: { card: Card }) => {
  const t = useTexts('subscribers');
  const may = useMay();
  const remove = useWrite('DELETE /api/subscribers/{id}/code-word');
  const { id, codeWord } = card;
  const drop = (): void => {
    remove.mutateAsync({ id }).then(() => notifyDone(t('codeWord.removed')), notifyProblem);
  };
  return (
    <EditableSection
      card={card}
      title={t('codeWord.title')}
      addLabel={t(codeWord ? 'codeWord.change' : 'codeWord.set')}
      Form={CodeWordForm}
    >
      {codeWord ? (
        <div className={css.row}>
          <span className={css.value}>
            {codeWord.hint === '' ? t('codeWord.noHint') : codeWord.hint}
            <span className={css.note}>
              {' '}
              <Day on={codeWord.setAt.slice(0, 10)} />
            </span>
          </span>
          {may('subscribers.edit') && card.erasedAt === null ? (
            <RowMenu label={t('codeWord.title')}>
              <Menu.Item onClick={drop}>{t('words.remove')}</Menu.Item>
            </RowMenu>
          ) : null}
        </div>
      ) : null}
    </EditableSection>
  );
};

const CodeWordForm = ({ card, onClose }: { card: Card; onClose: () => void }) => {
  const t = useTexts('subscribers');
  const form = useSmallForm({
    initial: { word: '', hint: card.codeWord?.hint ?? '' },
    save: (values) => call('PUT /api/subscribers/{id}/code-word', { id: card.id, ...values }),
    onClose,
  });
  return (
    <SmallForm form={form} label={t('codeWord.title')} onCancel={onClose}>
      <TextInput {...form.text('word')} label={t('codeWord.word')} autoComplete="off" />
      <TextInput
        {...form.text('hint')}
        label={t('codeWord.hint')}
        placeholder={t('codeWord.hintExample')}
      />
    </SmallForm>
  );
};

import '@mantine/core/styles/Fieldset.layer.css';
import { ActionIcon, Button, Fieldset, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useTexts } from '../../../ui/texts.ts';
import css from '../quality.module.css';
import { emptyPoint, type SectionValues } from './checklist-values.ts';

type Props = {
  section: SectionValues;
  number: number;
  onChange: (section: SectionValues) => void;
  onRemove?: () => void;
};

/** One section of a checklist, and its points. */
export const SectionFields = ({ section, number, onChange, onRemove }: Props) => {
  const t = useTexts('quality');
  const { title, points } = section;
  const set = (more: Partial<SectionValues>): void => onChange({ ...section, ...more });
  return (
    <Fieldset legend={t('checklists.section', { number })}>
      <TextInput
        label={t('checklists.sectionTitle')}
        value={title}
        required
        onChange={(event) => set({ title: event.target.value })}
      />
      {points.map((point, at) => (
        <div key={point.key} className={css.item}>
          <TextInput
            label={t('checklists.point')}
            value={point.title}
            required
            onChange={(event) =>
              set({ points: points.with(at, { ...point, title: event.target.value }) })
            }
            rightSection={
              points.length > 1 ? (
                <ActionIcon
                  size="sm"
                  aria-label={t('checklists.removePoint')}
                  onClick={() => set({ points: points.toSpliced(at, 1) })}
                >
                  <X size={14} />
                </ActionIcon>
              ) : null
            }
          />
          <TextInput
            label={t('checklists.hint')}
            value={point.hint}
            onChange={(event) =>
              set({ points: points.with(at, { ...point, hint: event.target.value }) })
            }
          />
        </div>
      ))}
      <div className={css.line}>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() => set({ points: [...points, emptyPoint()] })}
        >
          {t('checklists.addPoint')}
        </Button>
        {onRemove ? (
          <Button size="xs" variant="subtle" leftSection={<X size={14} />} onClick={onRemove}>
            {t('checklists.removeSection')}
          </Button>
        ) : null}
      </div>
    </Fieldset>
  );
};

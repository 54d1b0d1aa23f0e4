import { useState } from 'react';
import { Form } from '../../../ui/form/form.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import type { Condition } from '../client.ts';
import { conditionOf, draftOf, type Group } from './draft.ts';
import { LiveCount } from './live-count.tsx';
import { NameFields } from './name-fields.tsx';
import type { Askable } from './use-fields.ts';
import { useLiveCount } from './use-live-count.ts';
import { WhoBox } from './who-box.tsx';
import css from './builder.module.css';

export type Values = {
  name: string;
  note: string;
  kind: 'dynamic' | 'static';
  isBadge: boolean;
  everyMinutes: number;
  condition: Condition | null;
};
export type Saved = { id: number };
type Props = {
  list: Askable;
  initial: Values;
  save: (values: Values) => Promise<Saved>;
  onSaved: (saved: Saved) => void;
  onCancel: () => void;
};

/** Who is meant, in words and in groups, with how many they are; and what the segment is called. */
export const Builder = ({ list, initial, save, onSaved, onCancel }: Props) => {
  const form = useForm<Values, Saved>({ initial, save, onSaved });
  const [draft, setDraft] = useState<Group>(() => draftOf(initial.condition, list.fields));
  const [isWrong, setWrong] = useState(false);
  const live = useLiveCount(conditionOf(draft));
  const change = (next: Group): void => {
    setDraft(next);
    form.set('condition', conditionOf(next) ?? null);
  };
  return (
    <Form form={form} onCancel={onCancel} isLong>
      <div className={css.builder}>
        <WhoBox list={list} draft={draft} live={live} onChange={change} onWrong={setWrong} />
        <aside className={css.side}>
          <LiveCount live={live} isOld={isWrong} />
          <NameFields form={form} />
        </aside>
      </div>
    </Form>
  );
};

import { ActionIcon } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import { CardSection } from '../../../ui/show/facts.tsx';
import { useMay } from '../../../ui/viewer.tsx';
import type { Card } from '../client.ts';
import css from './aside.module.css';

export type SectionForm = ComponentType<{ card: Card; onClose: () => void }>;

type Props = {
  card: Card;
  title: string;
  /** Said where there is nothing yet and that must be known; most empty sections are one line. */
  emptyText?: string | undefined;
  addLabel: string;
  Form: SectionForm;
  children?: ReactNode;
};

/** A section of the card with a plus at its head that opens a small form inside it. */
export const EditableSection = ({ card, title, emptyText, addLabel, Form, children }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const may = useMay();
  const isEditable = may('subscribers.edit') && card.erasedAt === null;
  const plus = isEditable ? (
    <ActionIcon
      size="sm"
      aria-label={addLabel}
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
    >
      {isOpen ? <X size={14} /> : <Plus size={14} />}
    </ActionIcon>
  ) : null;
  return (
    <CardSection title={title} actions={plus}>
      {emptyText !== undefined && !isOpen ? <div className={css.empty}>{emptyText}</div> : null}
      {children}
      {isOpen ? <Form card={card} onClose={() => setOpen(false)} /> : null}
    </CardSection>
  );
};

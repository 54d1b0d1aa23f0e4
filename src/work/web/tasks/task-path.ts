/** Where a task is opened: at the desk, beside the queue of all of them. */
export const taskPath = ({ kind, id }: { kind: string; id: number }): string =>
  `/conversations/tasks/${kind}-${id}`;

/** What such an address names. */
export const taskIn = (text: string): { kind: string; id: number } => {
  const [kind = '', id = ''] = text.split('-');
  return { kind, id: Number(id) };
};

import { useRef, useState } from 'react';
import { notifyProblem } from '../../../ui/notify.tsx';
import { type ColumnMapping, type Import, useWrite } from '../client.ts';
import { faultOf } from './mapping-check.ts';

/**
 * The mapping as it is being put together. Every state that can be is saved at once, one after
 * another, so that a reload loses nothing; one that cannot be stays here until it can.
 */
export function useMapping(imported: Import) {
  const { id } = imported;
  const [mapping, setMapping] = useState(imported.mapping);
  const [key, setKey] = useState(imported.key);
  const save = useWrite('PUT /api/imports/{id}/mapping');
  const queue = useRef(Promise.resolve());
  const keep = (next: ColumnMapping[], nextKey: Import['key']): void => {
    if (faultOf(next, nextKey)) return;
    const input = { id, mapping: next, key: nextKey };
    queue.current = queue.current.then(() =>
      save.mutateAsync(input).then(() => undefined, notifyProblem),
    );
  };
  return {
    mapping,
    key,
    fault: faultOf(mapping, key),
    isSaving: save.isPending,
    changeColumn: (at: number, change: ColumnMapping): void => {
      const next = mapping.map((column, place) => (place === at ? change : column));
      setMapping(next);
      keep(next, key);
    },
    changeKey: (next: Import['key']): void => {
      setKey(next);
      keep(mapping, next);
    },
    changeCity: (city: string): void => {
      save.mutateAsync({ id, settings: { city } }).catch(notifyProblem);
    },
  };
}

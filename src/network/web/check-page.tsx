import { useSearchParams } from 'react-router';
import { Page } from '../../ui/show/page.tsx';
import { Slot } from '../../ui/slot.tsx';
import { useTexts } from '../../ui/texts.ts';
import { AddressCheck } from './check/address-check.tsx';
import type { Chosen } from './check/address-field.tsx';
import { checkActions } from './slots.ts';

/** The address check on a page of its own; the address of the page keeps what is checked. */
export const Component = () => {
  const t = useTexts('network');
  const [query, setQuery] = useSearchParams();
  const text = query.get('text') ?? '';
  const building = Number(query.get('building') ?? '');
  const chosen: Chosen | null =
    text === '' && building === 0
      ? null
      : { text, buildingId: building > 0 ? building : null, flat: query.get('flat') ?? '' };
  const choose = (one: Chosen): void => {
    const next = new URLSearchParams({ text: one.text });
    if (one.buildingId !== null) next.set('building', String(one.buildingId));
    if (one.flat !== '') next.set('flat', one.flat);
    setQuery(next, { replace: chosen !== null });
  };
  return (
    <Page
      title={t('check.title')}
      layout="narrow"
      actions={chosen === null ? null : <Slot of={checkActions} {...chosen} />}
    >
      <AddressCheck chosen={chosen} onChoose={choose} isFocused />
    </Page>
  );
};

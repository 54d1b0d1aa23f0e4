import { MoreButton } from '../../../ui/show/more-button.tsx';
import { Box } from '../../../ui/show/facts.tsx';
import { useTexts } from '../../../ui/texts.ts';
import { Loaded } from '../settings/loaded.tsx';
import css from '../settings/rows.module.css';
import { PersonRow } from './person-row.tsx';
import type { usePeople } from './use-people.ts';

type Props = {
  people: ReturnType<typeof usePeople>;
  /** None where the reader may not change anybody. */
  onOpen: ((id: number) => void) | undefined;
};

export const PeopleList = ({ people, onOpen }: Props) => {
  const t = useTexts('staff');
  return (
    <>
      <Loaded read={people}>
        {(rows) => (
          <Box>
            <ul className={`${css.rows} ${css.inset}`}>
              {rows.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  {...(onOpen ? { onOpen: () => onOpen(person.id) } : {})}
                />
              ))}
            </ul>
          </Box>
        )}
      </Loaded>
      <MoreButton mt="md" pages={people}>
        {t('more')}
      </MoreButton>
    </>
  );
};

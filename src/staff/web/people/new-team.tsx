import { Button, TextInput } from '@mantine/core';
import { useForm } from '../../../ui/form/use-form.ts';
import { useTexts } from '../../../ui/texts.ts';
import { useWrite } from '../api.ts';
import css from '../settings/rows.module.css';

export const NewTeam = () => {
  const t = useTexts('staff');
  const create = useWrite('POST /api/teams');
  const form = useForm({
    initial: { name: '' },
    save: (values) => create.mutateAsync(values),
    onSaved: () => form.reset({ name: '' }),
  });
  const [wrong] = form.errors.others;
  return (
    <form
      className={css.tools}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <TextInput
        aria-label={t('teams.name')}
        placeholder={t('teams.name')}
        {...form.text('name')}
        {...(wrong ? { error: wrong } : {})}
      />
      <Button type="submit" variant="filled" loading={form.isBusy}>
        {t('teams.create')}
      </Button>
    </form>
  );
};

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseEmail } from './normalise-email.ts';

test.each([
  ['ivan@mail.ru', 'ivan@mail.ru'],
  ['  Ivan.Petrov@Mail.RU ', 'ivan.petrov@mail.ru'],
  ['mailto:ivan@mail.ru', 'ivan@mail.ru'],
  ['Иван Петров <ivan@mail.ru>', 'ivan@mail.ru'],
  ['ivan+tv@sub.example.com', 'ivan+tv@sub.example.com'],
  ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
  ["o'neil@mail.ru", "o'neil@mail.ru"],
])('%j is %s', (input, email) => {
  expect(normaliseEmail(input)).toMatchObject({ ok: true, email });
});

test('a domain of another alphabet is shown as people read it', () => {
  expect(normaliseEmail('Ivan@Почта.РФ')).toMatchObject({ shown: 'ivan@почта.рф' });
});

test.each([
  ['', 'empty'],
  ['<>', 'empty'],
  ['ivan', 'no_at'],
  ['ivan petrov@mail.ru', 'spaces_inside'],
  ['ivan@ mail.ru', 'spaces_inside'],
  ['ivan@mail.ru, petr@mail.ru', 'several_emails'],
  ['ivan@mail.ru petr@mail.ru', 'several_emails'],
  ['ivan@@mail.ru', 'bad_local_part'],
  ['@mail.ru', 'bad_local_part'],
  ['ivan.@mail.ru', 'bad_local_part'],
  ['www.ivan@mail.ru', 'bad_local_part'],
  ['ivan@mail', 'bad_domain'],
  ['ivan@', 'bad_domain'],
  ['ivan@-mail.ru', 'bad_domain'],
  ['ivan@10.0.0.1', 'bad_domain'],
  ['ivan@mail.ru:25', 'bad_domain'],
  ['ivаn@mail.ru', 'cyrillic_letters'],
  [`${'a'.repeat(65)}@mail.ru`, 'bad_local_part'],
  [`a@${'a'.repeat(300)}.ru`, 'too_long'],
])('%j is refused: %s', (input, code) => {
  expect(normaliseEmail(input)).toMatchObject({ ok: false, code });
});

test.each([
  ['ivan@mail,ru', 'ivan@mail.ru'],
  ['ivan@mail..ru', 'ivan@mail.ru'],
  ['ivan@mail.ru.', 'ivan@mail.ru'],
  ['ivan@gmail.con', 'ivan@gmail.com'],
  ['ivan@mail.ry', 'ivan@mail.ru'],
  ['ivan@yandeks.ru', 'ivan@yandex.ru'],
])('%s is likely a slip for %s', (input, suggestion) => {
  expect(normaliseEmail(input)).toEqual({ ok: false, code: 'probable_slip', suggestion });
});

test('real addresses stay, in any case, and what is normal stays normal', () => {
  fc.assert(
    fc.property(fc.emailAddress({ size: 'small' }), (address) => {
      const once = normaliseEmail(address.toUpperCase());
      expect(once).toEqual(normaliseEmail(address));
      expect(once.ok ? normaliseEmail(once.email) : once).toMatchObject({ ok: once.ok });
    }),
  );
});

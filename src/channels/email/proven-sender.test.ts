import { expect, test } from 'vitest';
import { isProvenSender } from './proven-sender.ts';

const from = 'ivan@mail.home.example';
const proven = (...results: string[]): boolean => isProvenSender(results, 'MX.bereg.example', from);

test.each([
  ['mx.bereg.example; dmarc=pass header.from=home.example', true],
  ['mx.bereg.example 1; dkim=pass header.d=home.example header.s=a', true],
  ['mx.bereg.example; dkim=pass (2048 bit; ok) header.i=@mail.home.example', true],
  ['mx.bereg.example; spf=pass smtp.mailfrom=bounce@home.example', true],
  ['mx.bereg.example; dkim/1=none; spf=pass smtp.mailfrom="x@mail.home.example"', true],
  ['mx.bereg.example; dmarc=fail; dkim=pass header.d=home.example', false],
  ['mx.bereg.example; dkim=pass header.d=evil.example', false],
  ['mx.bereg.example; dkim=pass header.d=evil.mail.home.example', false],
  ['mx.bereg.example; dkim=pass header.d=ome.example', false],
  ['mx.bereg.example; dkim=fail header.d=home.example; spf=softfail smtp.mailfrom=x', false],
  ['mx.bereg.example; auth=pass smtp.auth=home.example smtp.mailfrom=home.example', false],
  ['mx.bereg.example; spf=pass smtp.helo=home.example', false],
  ['mx.bereg.example; none', false],
  ['mx.evil.example; dmarc=pass', false],
  ['(mx.bereg.example;) mx.evil.example; dmarc=pass', false],
  ['', false],
])('%s', (result, isProven) => {
  expect(proven(result)).toBe(isProven);
});

test('of several of the server’s own each tells a part; without one nothing is proven', () => {
  const [signed, refused] = [
    'mx.bereg.example; dkim=pass header.d=home.example',
    'mx.bereg.example; dmarc=fail',
  ];
  expect(proven('mx.evil.example; dmarc=pass', signed)).toBe(true);
  expect(proven(signed, refused)).toBe(false);
  expect(proven()).toBe(false);
});

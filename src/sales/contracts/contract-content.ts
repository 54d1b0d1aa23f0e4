import { longDay, sellerOnPaper } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { formatPhone } from '../../kernel/format-phone.ts';
import type { ContractContent } from '../papers/contract-layout.ts';
import { NOTHING, offeredIn } from '../papers/offered.ts';
import { paperWords, put } from '../papers/paper-words.ts';
import type { Placeholder } from './placeholders.ts';

/** What was sold to whom, as a contract tells it. */
export type Sold = {
  number: string;
  on: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  acceptedAt: Date;
  quote: Parameters<typeof offeredIn>[1];
};

/** All that stands on a contract: the text filled, the table of services, both sides. */
export async function contractContent(
  ctx: Ctx,
  body: string,
  sold: Sold,
): Promise<ContractContent> {
  const { language, timeZone } = ctx.operator;
  const words = paperWords[language];
  const seller = await sellerOnPaper(ctx);
  const offered = offeredIn(ctx, sold.quote);
  const inWords = (sum: string): string => `${sum === NOTHING ? '0' : sum} ${offered.currency}`;
  const details = [
    seller.taxNumber && `${words.taxNumber} ${seller.taxNumber}`,
    seller.address,
    seller.phone && `${words.phone} ${seller.phone}`,
  ].filter(Boolean);
  const values: Record<Placeholder, string> = {
    number: sold.number,
    date: longDay(sold.on, language),
    company: onOneLine(seller.name),
    company_details: onOneLine(details.join(', ')),
    director_post: onOneLine(seller.directorPost) || words.director,
    director: onOneLine(seller.director),
    subscriber: onOneLine(sold.name),
    phone: formatPhone(sold.phone) || '—',
    email: sold.email || '—',
    address: onOneLine(sold.address) || '—',
    monthly: inWords(offered.monthly),
    once: inWords(offered.once),
    services: '{{services}}',
  };
  const at = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone });
  return {
    body: tidied(put(seller.director === '' ? withoutDirector(body) : body, values)),
    offered,
    seller: { name: seller.name, details: details.join('\n'), signs: seller.director },
    buyer: {
      name: sold.name,
      details: [sold.address, formatPhone(sold.phone), sold.email].filter(Boolean).join('\n'),
      signs: sold.name,
    },
    signed: put(words.signed, { at: at.format(sold.acceptedAt), name: sold.name }),
  };
}

/**
 * Nobody's name or address begins a line of the text: it would read as a clause of it. A sum keeps
 * the spaces at which no line breaks.
 */
const onOneLine = (words: string): string => words.replaceAll(/\s+/gu, ' ').trim();

/** A clause between commas that names the director says nothing where nobody is one. */
const withoutDirector = (body: string): string =>
  body.replaceAll(/,[^,\n]*\{\{\s*director\s*\}\}[^,\n]*(?=,)/g, '');

/** What an empty name or a sum that ends with a point leaves behind: ` ,` and `..`. */
const tidied = (text: string): string =>
  text.replaceAll(/ +(?=[,.;])/g, '').replaceAll(/(?<!\.)\.\.(?!\.)/g, '.');

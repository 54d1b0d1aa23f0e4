import { type Condition, type Operation, operationsOf } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { readPhrase } from '../words/read-phrase.ts';
import { sayCondition } from '../words/say-condition.ts';
import { type Asked, openVocabulary } from '../words/vocabulary.ts';

/** What is said of any field, in Russian and in English, and is not read as it was meant. */
export async function misreadIn(ctx: Ctx): Promise<string[]> {
  const both = (['ru', 'en'] as const).map((language) => misread({ ...ctx, language }));
  return (await Promise.all(both)).flat();
}

async function misread(ctx: Ctx): Promise<string[]> {
  const words = await openVocabulary(ctx);
  return words.fields.flatMap((field) => {
    const windows = field.hasWindow ? ['@30d', '@ever', '@quarter'] : [''];
    const asked = windows.flatMap((window) =>
      operationsOf[field.type].map((op) => questionOf(field, window, op)),
    );
    return asked.flatMap((condition) => {
      const said = sayCondition(condition, words);
      const read = readPhrase(said, words);
      return read.ok && JSON.stringify(read.value) === JSON.stringify(condition) ? [] : [said];
    });
  });
}

function questionOf(field: Asked, window: string, op: Operation): Condition {
  const asked = { field: field.key + window, op };
  if (op === 'empty' || op === 'not_empty' || op === 'today') return asked;
  if (op === 'last_days' || op === 'next_days') return { ...asked, value: 7 };
  const one = valueOf(field);
  const isSeveral = op === 'in' || op === 'not_in' || op === 'between';
  return { ...asked, value: isSeveral ? [one, one] : one };
}

function valueOf({ type, choices }: Asked): string | number | boolean {
  const day = '2026-03-01';
  const word = choices?.[0]?.value ?? 'слово';
  const values = { number: 12.5, money: -123_450, id: 7, boolean: true, date: day, instant: day };
  return type in values ? values[type as keyof typeof values] : word;
}

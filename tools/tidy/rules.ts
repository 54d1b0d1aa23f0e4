import { checkedListRule } from './checked-lists.ts';
import { enumTextRule } from './enum-texts.ts';
import { importRule, mapRule } from './imports.ts';
import { indexRule } from './indexes.ts';
import { liveRule } from './live.ts';
import { nameRule } from './names.ts';
import { deadCodeRule, namedFileRule, proseRule } from './prose.ts';
import type { Rule } from './project.ts';
import { readmeRule, useCaseRule } from './rooms.ts';
import { fileSizeRule, lineLengthRule } from './sizes.ts';
import { starRule, writerRule } from './tables.ts';
import { hardTextRule, languageRule, textUseRule } from './texts.ts';

export const rules: readonly Rule[] = [
  importRule,
  mapRule,
  fileSizeRule,
  lineLengthRule,
  nameRule,
  proseRule,
  deadCodeRule,
  namedFileRule,
  readmeRule,
  useCaseRule,
  writerRule,
  starRule,
  languageRule,
  textUseRule,
  hardTextRule,
  enumTextRule,
  checkedListRule,
  indexRule,
  liveRule,
];

/**
 * SQL of a text as it is put in order: by the Russian alphabet, Ё beside Е and capitals beside
 * small letters, where the database itself goes by code points. Equal texts stay equal, so indexes
 * serve both. Whatever orders, compares with a cursor or has an index must be this same expression.
 */
export const alphabetical = (text: string): string => `(${text} collate "ru-x-icu")`;

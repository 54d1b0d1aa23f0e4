import { dim, type Piece } from './pieces.ts';

type Sheet = {
  /** Under what name it stands in its file, and at the foot of each page where there are many. */
  name: string;
  author: string;
  madeAt: Date;
  content: Piece[];
  /** What page it is, of how many. */
  pageText: (page: number, pages: number) => string;
};

/**
 * A paper as pdfmake draws it: A4, with a foot where it has many pages. Nothing in it is of this
 * moment, so that the same paper is the same bytes at any time.
 */
export function sheetOf({ name, author, madeAt, content, pageText }: Sheet): object {
  return {
    pageSize: 'A4',
    pageMargins: [40, 38, 40, 46],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    info: {
      title: name,
      author,
      creator: 'Bereg',
      producer: 'Bereg',
      creationDate: new Date(madeAt),
    },
    content,
    footer: (page: number, pages: number) =>
      pages === 1
        ? ''
        : {
            columns: [
              dim(name, { fontSize: 7.5 }),
              dim(pageText(page, pages), { fontSize: 7.5, alignment: 'right' }),
            ],
            margin: [40, 14, 40, 0],
          },
  };
}

import type { StoredPaper } from '../content.ts';
import { paperWords, put } from '../words/paper-words.ts';
import { actPieces, correctiveActPieces } from './act-layout.ts';
import { invoicePieces } from './invoice-layout.ts';
import { dim, type Piece } from './pieces.ts';
import { statementPieces } from './statement-layout.ts';

/**
 * A paper as pdfmake draws it. Nothing in it is of this moment, so that the same paper is the same
 * bytes at any time.
 */
export function definitionOf(paper: StoredPaper): object {
  const words = paperWords[paper.language];
  const name = `${words.files[paper.kind]} ${words.no} ${paper.number}`;
  return {
    pageSize: 'A4',
    pageMargins: [40, 38, 40, 46],
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    info: {
      title: name,
      author: paper.seller.name,
      creator: 'Bereg',
      producer: 'Bereg',
      creationDate: new Date(paper.madeAt),
    },
    content: piecesOf(paper),
    footer: (page: number, pages: number) =>
      pages === 1
        ? ''
        : {
            columns: [
              dim(name, { fontSize: 7.5 }),
              dim(put(words.page, { page, pages }), { fontSize: 7.5, alignment: 'right' }),
            ],
            margin: [40, 14, 40, 0],
          },
  };
}

function piecesOf(paper: StoredPaper): Piece[] {
  switch (paper.kind) {
    case 'statement':
      return statementPieces(paper);
    case 'invoice':
      return invoicePieces(paper);
    case 'act':
      return actPieces(paper);
    case 'corrective_act':
      return correctiveActPieces(paper);
  }
}

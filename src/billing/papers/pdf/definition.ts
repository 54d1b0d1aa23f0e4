import type { Piece } from '../../../kernel/pdf/pieces.ts';
import { sheetOf } from '../../../kernel/pdf/sheet.ts';
import type { StoredPaper } from '../content.ts';
import { paperWords, put } from '../words/paper-words.ts';
import { actPieces, correctiveActPieces } from './act-layout.ts';
import { invoicePieces } from './invoice-layout.ts';
import { statementPieces } from './statement-layout.ts';

/** A paper as pdfmake draws it. */
export function definitionOf(paper: StoredPaper): object {
  const words = paperWords[paper.language];
  return sheetOf({
    name: `${words.files[paper.kind]} ${words.no} ${paper.number}`,
    author: paper.seller.name,
    madeAt: paper.madeAt,
    content: piecesOf(paper),
    pageText: (page, pages) => put(words.page, { page, pages }),
  });
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

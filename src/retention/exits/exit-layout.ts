import { dim, gap, signature, title } from '../../kernel/pdf/pieces.ts';
import { sheetOf } from '../../kernel/pdf/sheet.ts';

/** What stands on a paper about leaving, already worded. */
type ExitPaper = {
  title: string;
  on: string;
  seller: string;
  lines: readonly string[];
  equipmentTitle: string;
  equipment: readonly string[];
  signed: string;
  name: string;
  madeAt: Date;
};

/** A page that says what is asked for, or what was done, in plain sentences. */
export function definitionOf(paper: ExitPaper): object {
  return sheetOf({
    name: paper.title,
    author: paper.seller,
    madeAt: paper.madeAt,
    pageText: (page, pages) => `${page} / ${pages}`,
    content: [
      dim(`${paper.seller} · ${paper.on}`),
      gap(6),
      title(paper.title),
      ...paper.lines.map((text) => ({ text, margin: [0, 0, 0, 6] })),
      ...(paper.equipment.length === 0
        ? []
        : [
            gap(4),
            { text: paper.equipmentTitle, bold: true, margin: [0, 0, 0, 4] },
            { ul: [...paper.equipment] },
          ]),
      gap(12),
      signature(paper.signed, paper.name),
    ],
  });
}

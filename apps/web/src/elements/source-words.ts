/** What a mark in the registers' data stands for: where the figure was read. */
const SOURCES: Readonly<Record<string, string>> = {
  S27: 'sippn.menpan.go.id 8261591',
  S28: 'dinsospppa.probolinggokota.go.id',
  S30: 'sippn.menpan.go.id 8298024',
  S34: 'sippn.menpan.go.id 8049588',
  S49: 'katahukum.id',
  S56b: 'andzaribrahim.com',
  S59: 'setneg.go.id',
  S60: 'disdiksmg.semarangkota.go.id',
};

/** The two marks that name no source: said from memory; decided by whoever set the register up. */
const STANDINGS: Readonly<Record<string, Readonly<Record<'id' | 'en', string>>>> = {
  K: { id: 'belum dicocokkan dengan naskahnya', en: 'not yet compared with the text' },
  D: { id: 'keputusan sendiri', en: 'our own decision' },
};

/**
 * A citation for people. The registers keep short marks (`[S56b]`, `[K]`) so that a reviewer finds the source again;
 * whoever reads a screen is told the source itself. What is no mark stays as it is. Pure.
 */
export function sourceWords(text: string, locale: 'id' | 'en'): string {
  return text
    .replaceAll(
      /\s*\[((?:S\d+[a-z]?|K|D)(?:\s*,\s*(?:S\d+[a-z]?|K|D))*)\](\.?)/g,
      (_mark, marks: string, end) => {
        const names = marks.split(/\s*,\s*/).map((mark) => STANDINGS[mark]?.[locale] ?? SOURCES[mark]);
        const said = names.filter((name) => name !== undefined).join(', ');
        return `${said && ` (${said})`}${end as string}`;
      },
    )
    .replace(/^ \(([^)]*)\)/, '($1)')
    .trim();
}

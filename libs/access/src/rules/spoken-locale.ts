/**
 * The language that a request asks to be answered in, from its Accept-Language header: the first wish that we speak.
 * Undefined when it names none; the account's own language then holds.
 */
export function spokenLocale(header: string | undefined): 'id' | 'en' | undefined {
  const wishes = (header ?? '')
    .split(',')
    .map((wish, place) => {
      const [tag = '', ...params] = wish.trim().toLowerCase().split(';');
      const q = Number(/^\s*q=([\d.]+)$/.exec(params[0] ?? 'q=1')?.[1] ?? 1);
      return { language: tag.split('-')[0]!, q, place };
    })
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q || a.place - b.place);
  // "in" is what old Android calls Indonesian.
  const spoken = wishes.map(({ language }) => (language === 'in' ? 'id' : language));
  return spoken.find((language): language is 'id' | 'en' => language === 'id' || language === 'en');
}

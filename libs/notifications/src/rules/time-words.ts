/** "Sel 3 Mar, 14.30": no year, because a notification is about these days. */
export function timeWords(at: Date, locale: 'id' | 'en', zone: string): string {
  const format = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const clock = [part.hour, part.minute].join(locale === 'id' ? '.' : ':');
  return `${part.weekday} ${part.day} ${part.month}, ${clock}`;
}

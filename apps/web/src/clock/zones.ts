/** The three zones of Indonesia. None of them has a summer time, so an offset is all there is to know. */
const ZONES: Readonly<Record<string, { letters: string; hours: number }>> = {
  'Asia/Jakarta': { letters: 'WIB', hours: 7 },
  'Asia/Makassar': { letters: 'WITA', hours: 8 },
  'Asia/Jayapura': { letters: 'WIT', hours: 9 },
};

/** "WITA"; a zone that is none of the three by its own name. */
export const zoneLetters = (zone: string): string => ZONES[zone]?.letters ?? zone;

/** Hours ahead of UTC. */
export const offsetOf = (zone: string): number => ZONES[zone]?.hours ?? 7;

/** The moment at which the wall clock of a zone so many hours ahead of UTC shows `wall` (`2026-03-20T23:10:00`). */
export const atOffset = (wall: string, hours: number): Date =>
  new Date(Date.parse(`${wall}Z`) - hours * 3_600_000);

/**
 * The letters that a time has to carry; empty where everybody would read it rightly. Two ways to be misled: the device
 * stands in another zone than the times on its screen, or the agency sits in another zone than the city whose cases
 * these are, so that a colleague on the telephone sees another hour. `browser` is whatever zone the device names.
 */
export function markFor({ own, city, browser }: { own: string; city: string; browser: string }): string {
  const sameThere = own === city;
  const sameHere = minutesAhead(browser) === offsetOf(own) * 60;
  return sameThere && sameHere ? '' : zoneLetters(own);
}

// Summer and winter: a zone that agrees only half the year does not agree.
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

/** How far ahead of UTC a zone is all year round; undefined when that changes, or when the zone is unknown. */
function minutesAhead(zone: string): number | undefined {
  try {
    const clock = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    const [winter, summer] = SEASONS.map((at) => {
      const part = Object.fromEntries(
        clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
      );
      return (Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute) - at) / 60_000;
    });
    return winter === summer ? winter : undefined;
  } catch {
    return undefined;
  }
}

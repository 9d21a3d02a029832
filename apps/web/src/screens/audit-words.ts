import id from '../words/id.json';
import type { WordKey, Words } from '../words/words';
import { readable } from '../api/codes';

/**
 * An audit entry as a sentence without its subject. The server's own sentence is used when it sends one; else the words
 * of the act; else the act itself in readable form, so that nothing recorded can be invisible.
 */
export function entrySentence(
  entry: { act: string; sentence?: string; denied?: boolean; outcome?: string },
  t: Words,
): string {
  const key = `audit.act.${entry.act}`;
  const words = entry.sentence ?? (key in id ? t(key as WordKey) : readable(entry.act.replaceAll('.', ' ')));
  return entry.denied || entry.outcome === 'denied' ? `${t('audit.denied')}: ${words}` : words;
}

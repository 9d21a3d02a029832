import { readable } from '../api/codes';

/** What an entry says, without its subject. Nothing recorded may be invisible: an act without words shows its name. */
export const entrySentence = (entry: { act: string; sentence?: string }): string =>
  entry.sentence ?? readable(entry.act.replaceAll('.', ' '));

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

import { useWords } from '../words/words';
import type { SafeContact } from '../api/contract';
import { IconPhoneOff } from './icons';
import { useCodeLabel } from '../api/codes';

/** How the client may be reached without danger. The same banner for counselor and agency, always above the data. */
export function SafeContactBanner({
  contact,
  words,
}: {
  contact?: SafeContact | null;
  words?: string | null;
}) {
  const t = useWords();
  const label = useCodeLabel();
  if (!contact && !words) return null;
  const told = contact && [
    label('KANAL_MASUK', contact.channel),
    contact.maskedValue ?? contact.value,
    contact.window,
    contact.note,
  ];
  const text =
    words ??
    `${told
      ?.filter(Boolean)
      .join(', ')
      .replace(/[.,\s]+$/, '')}.`;
  return (
    <section className="safe" aria-label={t('safety.contact')}>
      <IconPhoneOff size={20} aria-hidden="true" />
      <p>
        <b>{t('safety.contact')}:</b> {text}
        {contact && contact.mayLeaveMessage !== true && <> {t('safety.noMessages')}</>}
      </p>
    </section>
  );
}

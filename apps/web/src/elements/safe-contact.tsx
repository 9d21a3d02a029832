import { useWords } from '../words/words';
import { useCodeLabel } from '../api/codes';
import type { SafeContact } from '../api/contract';
import { IconPhoneOff } from './icons';

/** How the client may be reached without danger. The same banner for counselor and agency, always above the data. */
export function SafeContactBanner({ words, noMessages }: { words?: string | null; noMessages?: boolean }) {
  const t = useWords();
  if (!words) return null;
  return (
    <section className="safe" aria-label={t('safety.contact')}>
      <IconPhoneOff size={20} aria-hidden="true" />
      <p>
        <b>{t('safety.contact')}:</b> {words}
        {noMessages && <> {t('safety.noMessages')}</>}
      </p>
    </section>
  );
}

/** The banner from the case's own record, with its parts. */
export function CaseSafeContact({ contact }: { contact?: SafeContact | null }) {
  const t = useWords();
  const label = useCodeLabel();
  if (!contact) return <SafeContactBanner words={t('safety.noContact')} />;
  const parts = [label('KANAL_MASUK', contact.channel), contact.maskedValue, contact.window, contact.note];
  const words = parts
    .filter(Boolean)
    .join(', ')
    .replace(/[.,\s]+$/, '');
  return <SafeContactBanner words={`${words}.`} noMessages={contact.mayLeaveMessage !== true} />;
}

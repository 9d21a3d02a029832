import type { ReactNode } from 'react';
import { useLocale, useWords } from '../words/words';
import type { Disclosure, Locale } from '../api/contract';
import { IconEyeOff, IconLock } from './icons';
import { wholeWords } from './names-in-text';
import { SafeContactBanner } from './safe-contact';
import './packet-view.css';

/** Fields with a place of their own in the view; all others stand in the list. */
const PLACED = ['request', 'safeContact'];

/**
 * What the receiver sees of a referral. The sender's preview and the receiver's reading pane are this one component
 * with the server's redacted payload, so that the preview cannot promise anything else than what arrives.
 */
export function PacketView({
  packet,
  request,
  names = [],
  unopened = false,
  children,
}: {
  packet: Pick<Disclosure, 'fields' | 'neverShared'> | null | undefined;
  request?: string | null;
  /** Words of names that the server found in free text; marked so that the sender can mend them. */
  names?: string[];
  /** Put together for somebody who has not opened it, and may never. */
  unopened?: boolean;
  children?: ReactNode;
}) {
  const t = useWords();
  const locale = useLocale();
  const fields = packet?.fields ?? [];
  const value = (field: string) => fields.find((one) => one.field === field)?.value;
  const listed = fields.filter((one) => one.value != null && one.value !== '' && !PLACED.includes(one.field));
  const never = packet?.neverShared ?? [];
  const asked = value('request') ?? request;
  return (
    <div className="packet">
      <SafeContactBanner words={value('safeContact')} />
      {asked && (
        <section>
          <h3>{t('packet.request')}</h3>
          <p className="asked">
            <Marked text={asked} names={names} />
          </p>
        </section>
      )}
      {children}
      <section>
        <h3>{t(unopened ? 'packet.prepared' : 'packet.data')}</h3>
        {listed.length === 0 ? (
          <p className="soft">{t('packet.nothing')}</p>
        ) : (
          <dl>
            {listed.map((one) => (
              <div key={one.field}>
                <dt>{labelOf(one.label, locale)}</dt>
                <dd className={one.level === 'MASKED' ? 'blurred' : undefined}>
                  {one.level === 'MASKED' && (
                    <>
                      <IconEyeOff size={15} aria-hidden="true" />
                      <span className="hidden">{t('packet.masked')}: </span>
                    </>
                  )}
                  <span>
                    <Marked text={one.value!} names={one.field === 'summary' ? names : []} />
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <p className="packet-foot">
        <IconLock size={15} aria-hidden="true" />
        <span>
          {listed.some((one) => one.level === 'MASKED') && (
            <>
              {t('packet.sign')} <IconEyeOff size={13} aria-hidden="true" /> {t('packet.signMeans')}{' '}
            </>
          )}
          {never.length > 0 &&
            t('packet.never', { list: never.map((one) => labelOf(one.label, locale)).join(', ') })}
        </span>
      </p>
    </div>
  );
}

export function labelOf(label: unknown, locale: Locale): string {
  return typeof label === 'string' ? label : ((label as Record<Locale, string> | undefined)?.[locale] ?? '');
}

function Marked({ text, names }: { text: string; names: string[] }) {
  if (names.length === 0) return <>{text}</>;
  const pattern = wholeWords(names);
  const parts = text.split(pattern);
  return (
    <>
      {parts.map((part, index) =>
        // split with one capturing group puts the found words at the odd places.
        index % 2 === 1 ? <mark key={index}>{part}</mark> : part,
      )}
    </>
  );
}

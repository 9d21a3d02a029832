import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { useCodeLabel } from '../../api/codes';
import { dayMonthYear, endOfDay } from '../../clock/dates';
import { Segment } from '../../elements/fields';
import { useLocale, useWords, type WordKey } from '../../words/words';
import './consent-words.css';

export interface Spoken {
  /** Who would be told, as the client knows them. */
  receiver: string;
  purpose?: string;
  scopes: readonly string[];
  /** `YYYY-MM-DD`; empty: until it is taken back. */
  expiresAt: string;
  language: string;
}

const SIGNATURES = [
  'consent.signDate',
  'consent.signClient',
  'consent.signWitness',
  'consent.signOfficer',
] as const satisfies readonly WordKey[];

/** The versioned texts of consent: what is shown while it is asked is what is recorded. */
export function useConsentTexts() {
  const asked = useQuery({
    queryKey: ['consent-texts'],
    queryFn: () => answer(api.GET('/api/consent-texts')),
    staleTime: Infinity,
  });
  return asked.data?.items ?? [];
}

export const STANDARD_TEXT = 'persetujuan/2026-1';

/** The very words, filled in, in the language that is spoken where there is a text in it; to read out or to print. */
export function ConsentWords({
  spoken,
  version,
  choose,
}: {
  spoken: Spoken;
  version: string;
  choose?: (version: string) => void;
}) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const texts = useConsentTexts();
  const inLanguage = (code: string) => texts.filter(({ language }) => language === code);
  const shown =
    inLanguage(spoken.language).length > 0 ? inLanguage(spoken.language) : inLanguage('INDONESIA');
  const text = shown.find((one) => one.version === version) ?? shown[0];
  if (!text) return null;
  const data = spoken.scopes.map((scope) => label('LINGKUP_DATA', scope).toLowerCase());
  const places: Record<string, string> = {
    receiver: spoken.receiver || t('consent.someReceiver'),
    service: spoken.purpose ? label('LAYANAN', spoken.purpose).toLowerCase() : t('consent.anyService'),
    data: data.join(', ') || t('consent.noData'),
    until: spoken.expiresAt
      ? t('consent.untilDay', { date: dayMonthYear(endOfDay(spoken.expiresAt).toISOString(), locale) })
      : t('consent.untilWithdrawn'),
  };
  return (
    <section className="consent-words" aria-label={t('consent.read')}>
      <div className="row no-print">
        <b>{t('consent.read')}</b>
        <button type="button" className="link tiny" onClick={() => window.print()}>
          {t('consent.print')}
        </button>
      </div>
      {choose && (
        <div className="no-print">
          <Segment
            label={t('consent.register')}
            value={text.version}
            onChange={choose}
            options={shown.map((one) => ({
              value: one.version,
              label: t(one.register === 'EASY' ? 'consent.EASY' : 'consent.STANDARD'),
            }))}
          />
        </div>
      )}
      {text.language !== spoken.language && <p className="soft tiny no-print">{t('consent.interpreted')}</p>}
      <div className={`consent-sheet ${text.register === 'EASY' ? 'easy' : ''}`}>
        <h3>{text.title}</h3>
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph}>
            {paragraph.replaceAll(/\{(\w+)\}/g, (_, place: string) => places[place] ?? '')}
          </p>
        ))}
        <p className="tiny soft">{text.version}</p>
        <dl className="on-paper">
          {SIGNATURES.map((who) => (
            <div key={who}>
              <dt>{t(who)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

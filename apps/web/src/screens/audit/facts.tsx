import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { readable, useCodeLabel } from '../../api/codes';
import type { AuditEntry } from '../../api/contract';
import { exactMoment } from '../../clock/dates';
import { hasWords, useLocale, useWords, type WordKey } from '../../words/words';

/** The code lists that a fact's value may come from, by the fact's name. */
const LISTS: Record<string, string> = {
  accommodations: 'AKOMODASI',
  basis: 'DASAR_BERBAGI',
  channel: 'KANAL_MASUK',
  contexts: 'KONTEKS_KASUS',
  earlierRisk: 'TINGKAT_RISIKO',
  language: 'BAHASA',
  enoughReason: 'ALASAN_CUKUP',
  escort: 'PENDAMPING_JANJI',
  followUp: 'TINDAK_LANJUT_JANJI',
  meetingPlace: 'TEMPAT_JANJI',
  missedReason: 'ALASAN_BELUM_HADIR',
  moveReason: 'ALASAN_UBAH_JANJI',
  offReason: 'ALASAN_BATAL_JANJI',
  prepared: 'KEBUTUHAN_JANJI',
  shortfall: 'ALASAN_SEBAGIAN',
  missing: 'LINGKUP_DATA',
  purpose: 'LAYANAN',
  receiverKind: 'JENIS_INSTANSI',
  reporterKind: 'JENIS_PELAPOR',
  risk: 'TINGKAT_RISIKO',
  scopes: 'LINGKUP_DATA',
  serviceCode: 'LAYANAN',
  suggestedRisk: 'TINGKAT_RISIKO',
  tracks: 'JENIS_KASUS',
  unmetNeeds: 'LAYANAN',
  urgency: 'SIFAT_RUJUKAN',
  violenceTypes: 'JENIS_KEKERASAN',
};
/** Answers that are no code of a list, with the words that the screens have for them. */
const ANSWERS: Record<string, Record<string, WordKey>> = {
  answer: { GIVEN: 'consent.yes', REFUSED: 'consent.no' },
  voidReason: { GUARDIAN_REPORTED: 'factValue.guardianReported' },
  childAssent: { GIVEN: 'consent.willing', REFUSED: 'consent.unwilling' },
  clientAnswer: {
    HELPED: 'confirm.HELPED',
    PARTLY: 'confirm.PARTLY',
    NOT_HELPED: 'confirm.NOT_HELPED',
    NOT_ASKED: 'confirm.NOT_ASKED',
  },
  remainder: { CONTINUE: 'part.CONTINUE', ENOUGH: 'part.ENOUGH' },
  clientSafeNow: { YES: 'safe.yes', NO: 'safe.no', UNKNOWN: 'safe.unknown' },
  code: {
    wrongPassword: 'signInFailed.wrongPassword',
    unknownAccount: 'signInFailed.unknownAccount',
    inactive: 'signInFailed.inactive',
  },
  outcome: {
    EXPLAINED: 'alarm.outcome.EXPLAINED',
    // Of an alarm and of an emergency access alike.
    TO_TALK: 'factValue.toTalk',
    REPORTED: 'alarm.outcome.REPORTED',
    JUSTIFIED: 'emergency.outcome.JUSTIFIED',
    NOT_JUSTIFIED: 'emergency.outcome.NOT_JUSTIFIED',
  },
  readingRule: {
    MANY_CASES: 'readingRule.MANY_CASES',
    NIGHT: 'readingRule.NIGHT',
    SAME_CASE: 'readingRule.SAME_CASE',
    SEARCHES: 'readingRule.SEARCHES',
    OTHERS_PACKETS: 'readingRule.OTHERS_PACKETS',
  },
  reason: {
    COURT: 'trailOut.reason.COURT',
    COMPLAINT: 'trailOut.reason.COMPLAINT',
    INSPECTION: 'trailOut.reason.INSPECTION',
    CLIENT_ASKS: 'trailOut.reason.CLIENT_ASKS',
    DANGER_NOW: 'emergency.reason.DANGER_NOW',
    CLIENT_CALLS: 'emergency.reason.CLIENT_CALLS',
    MEDICAL: 'emergency.reason.MEDICAL',
    RESCUE: 'emergency.reason.RESCUE',
    TEAM_UNREACHABLE: 'emergency.reason.TEAM_UNREACHABLE',
  },
  givenBy: { SELF: 'consent.self', GUARDIAN: 'consent.guardian', NONE: 'factValue.none' },
};
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T/;

/** What an entry holds beside its sentence. Nothing is left out: a fact without words shows its own name. */
export function EntryFacts({ facts }: { facts: AuditEntry['facts'] }) {
  const t = useWords();
  const valueOf = useFactValue();
  const all = Object.entries(facts as Record<string, unknown>);
  if (all.length === 0) return null;
  return (
    <dl>
      {all.map(([name, value]) => (
        <div key={name}>
          <dt>{hasWords(`fact.${name}`) ? t(`fact.${name}` as WordKey) : name}</dt>
          <dd>{valueOf(name, value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useFactValue(): (name: string, value: unknown) => string {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: Infinity,
  });
  const one = (name: string, value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'factValue.yes' : 'factValue.no');
    const text = String(value);
    const answered = ANSWERS[name]?.[text];
    if (answered) return t(answered);
    const status = `referral.status.${text}`;
    if (hasWords(status)) return t(status);
    if (ID.test(text)) return agencies.data?.items.find(({ id }) => id === text)?.name ?? text.slice(0, 8);
    if (MOMENT.test(text)) return exactMoment(text, locale);
    return LISTS[name] ? label(LISTS[name], text) : /^[A-Z_]+$/.test(text) ? readable(text) : text;
  };
  return (name, value) => {
    if (!Array.isArray(value)) return one(name, value);
    if (value.length === 0) return t('factValue.none');
    // Ids tell a reader nothing one by one; how many there were does.
    if (value.every((item) => ID.test(String(item)))) return t('factValue.many', { n: value.length });
    return value.map((item) => one(name, item)).join(', ');
  };
}

import { useWords } from '../words/words';
import { Select, TextInput } from '../elements/fields';

/** Kinds of acts: what stands before the point in an act's name. */
const KINDS = [
  'session',
  'report',
  'case',
  'screening',
  'consent',
  'referral',
  'deadline',
  'notification',
  'audit',
] as const;

export interface TrailFilter {
  act: string;
  /** Days in the city, both included. */
  from: string;
  to: string;
}

export const NO_FILTER: TrailFilter = { act: '', from: '', to: '' };
const DAY_MS = 86_400_000;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);

/** The API's bounds are moments, the later one excluded. */
export function asQuery({ act, from, to }: TrailFilter): { act?: string; from?: string; to?: string } {
  return {
    ...(act ? { act } : {}),
    ...(from ? { from: new Date(startOf(from)).toISOString() } : {}),
    ...(to ? { to: new Date(startOf(to) + DAY_MS).toISOString() } : {}),
  };
}

export function TrailFilters({
  filter,
  change,
  actFixed,
}: {
  filter: TrailFilter;
  change: (part: Partial<TrailFilter>) => void;
  actFixed: boolean;
}) {
  const t = useWords();
  return (
    <>
      <Select
        className="inline-field"
        label={<span className="hidden">{t('audit.kind')}</span>}
        placeholder={t('audit.allKinds')}
        disabled={actFixed}
        value={actFixed ? '' : filter.act}
        onChange={(event) => change({ act: event.target.value })}
        options={KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) }))}
      />
      <TextInput
        className="inline-field day"
        type="date"
        label={t('audit.from')}
        value={filter.from}
        max={filter.to || undefined}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextInput
        className="inline-field day"
        type="date"
        label={t('audit.until')}
        value={filter.to}
        min={filter.from || undefined}
        onChange={(event) => change({ to: event.target.value })}
      />
    </>
  );
}

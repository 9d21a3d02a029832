import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import { useSession } from '../../api/session';
import { Chips, Select, TextInput } from '../../elements/fields';
import { useWide } from '../../elements/use-wide';
import { useWords } from '../../words/words';
import { ACT_KINDS, countOf, THINGS, type TrailFilter } from './trail-filter';

/** What the trail is narrowed to: what was done, to what, by whom, and when. */
export function TrailFilters({
  filter,
  change,
}: {
  filter: TrailFilter;
  change: (part: Partial<TrailFilter>) => void;
}) {
  const t = useWords();
  const wide = useWide();
  const chosen = countOf(filter);
  return (
    <div className="trail-filters no-print">
      <Chips
        label={t('audit.filter')}
        hideLabel
        value={filter.kind}
        onChange={(kind) => change({ kind })}
        options={['', ...ACT_KINDS].map((kind) => ({
          value: kind,
          label: t(kind ? (`trail.kind.${kind}` as 'trail.kind.read') : 'filter.all'),
        }))}
      />
      {wide ? (
        <div className="more-filters">
          <MoreFilters filter={filter} change={change} />
        </div>
      ) : (
        <details>
          <summary>{chosen > 0 ? t('trail.moreChosen', { n: chosen }) : t('trail.more')}</summary>
          <div className="more-filters">
            <MoreFilters filter={filter} change={change} />
          </div>
        </details>
      )}
    </div>
  );
}

function MoreFilters({
  filter,
  change,
}: {
  filter: TrailFilter;
  change: (part: Partial<TrailFilter>) => void;
}) {
  const t = useWords();
  const readsAll = useSession().account.role !== 'supervisor';
  const people = useTrailPeople();
  const agencies = useQuery({
    queryKey: ['agencies'],
    queryFn: () => answer(api.GET('/api/agencies', { params: { query: {} } })),
    staleTime: Infinity,
  });
  return (
    <>
      <Select
        className="inline-field"
        label={<span className="hidden">{t('audit.kind')}</span>}
        placeholder={t('audit.allKinds')}
        value={filter.thing}
        onChange={(event) => change({ thing: event.target.value })}
        options={THINGS.map((thing) => ({ value: thing, label: t(`audit.kind.${thing}`) }))}
      />
      <Select
        className="inline-field"
        label={<span className="hidden">{t('trail.person')}</span>}
        placeholder={t('trail.allPeople')}
        value={filter.person}
        onChange={(event) => change({ person: event.target.value })}
        options={(people.data?.items ?? []).map(({ id, name, agencyName, active }) => ({
          value: id,
          label: [name, readsAll ? agencyName : '', active ? '' : t('accounts.ended')]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <Select
        className="inline-field"
        label={<span className="hidden">{t('trail.agency')}</span>}
        placeholder={t('board.allAgencies')}
        value={filter.agency}
        onChange={(event) => change({ agency: event.target.value })}
        options={(agencies.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
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

/** Whose acts may be looked at; names and roles only. */
export function useTrailPeople() {
  return useQuery({
    queryKey: ['audit-people'],
    queryFn: () => answer(api.GET('/api/audit/people')),
    staleTime: 300_000,
  });
}

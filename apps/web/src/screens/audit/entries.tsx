import type { AuditEntry } from '../../api/contract';
import { cityDay, clockTime, dayMonth, exactMoment, wholeNumber } from '../../clock/dates';
import { useNow } from '../../clock/use-now';
import { Button } from '../../elements/button';
import { Go } from '../../elements/go';
import { IconCheck } from '../../elements/icons';
import { Avatar } from '../../elements/marks';
import { Status } from '../../elements/status';
import { useWide } from '../../elements/use-wide';
import { useSession } from '../../api/session';
import { useLocale, useWords } from '../../words/words';
import { capitalized, entrySentence } from '../audit-words';
import { EntryFacts } from './facts';
import type { TrailFilter } from './trail-filter';

type Narrow = (part: Partial<TrailFilter>) => void;

/** The entries with the chosen one opened: beside the list on a desk, under its row on a phone. */
export function Entries({
  rows,
  openId,
  choose,
  narrow,
}: {
  rows: AuditEntry[];
  openId?: string;
  choose: (id?: string) => void;
  narrow: Narrow;
}) {
  const t = useWords();
  const wide = useWide();
  const open = rows.find((entry) => entry.id === openId) ?? (wide ? rows[0] : undefined);
  return (
    <div className="audit-columns">
      <table className="table audit-table">
        <caption className="hidden">{t('nav.audit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.object')}</th>
            <th scope="col">{t('audit.seal')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((entry) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              open={entry.id === open?.id}
              choose={() => choose(!wide && entry.id === openId ? undefined : entry.id)}
              narrow={wide ? undefined : narrow}
            />
          ))}
        </tbody>
      </table>
      {wide && open && (
        <aside className="audit-detail" aria-label={t('audit.detail')}>
          <EntryDetail entry={open} narrow={narrow} />
        </aside>
      )}
    </div>
  );
}

function EntryRow({
  entry,
  open,
  choose,
  narrow,
}: {
  entry: AuditEntry;
  open: boolean;
  choose: () => void;
  /** Given where the detail opens under the row. */
  narrow?: Narrow;
}) {
  const t = useWords();
  const locale = useLocale();
  const now = useNow();
  const name = entry.actorName ?? t(entry.actorRole === 'nobody' ? 'audit.nobody' : 'audit.system');
  return (
    <>
      <tr className={open ? 'open' : ''}>
        <td className="num at">
          {cityDay(entry.at) === cityDay(now) ? '' : `${dayMonth(entry.at, locale)} `}
          {clockTime(entry.at, locale)}
        </td>
        <td className="who-cell">
          <span className="agency">
            <Avatar name={name} small tone={entry.actorName ? undefined : 'system'} />
            <span>
              {name}
              <small>
                {entry.agencyName ?? (entry.actorName && t(`role.${entry.actorRole}` as 'role.supervisor'))}
              </small>
            </span>
          </span>
        </td>
        <td className="act">
          <button
            type="button"
            className="row-open"
            aria-pressed={narrow ? undefined : open}
            aria-expanded={narrow ? open : undefined}
            onClick={choose}
          >
            {capitalized(entrySentence(entry))}
          </button>
          {entry.decision !== 'allowed' && <Status tone="urgent">{t('audit.denied')}</Status>}
        </td>
        <td className="object">
          {entry.caseNumber ?? entry.accountName ?? (entry.caseRef ? refWords(entry.caseRef, t) : '—')}
        </td>
        <td className="seal">
          {entry.sealed ? (
            <>
              <IconCheck size={15} aria-hidden="true" /> {t('audit.sealed')}
            </>
          ) : (
            <span className="soft">{t('audit.waiting')}</span>
          )}
        </td>
      </tr>
      {narrow && open && (
        <tr className="detail-row">
          <td colSpan={5} className="full">
            <EntryDetail entry={entry} narrow={narrow} />
          </td>
        </tr>
      )}
    </>
  );
}

export const refWords = (ref: string, t: ReturnType<typeof useWords>): string =>
  t('trail.caseRef', { ref: ref.slice(0, 8) });

function EntryDetail({ entry, narrow }: { entry: AuditEntry; narrow: Narrow }) {
  const t = useWords();
  const locale = useLocale();
  const opensCases = useSession().permissions.includes('case.read');
  return (
    <>
      <h2>{capitalized(entrySentence(entry))}</h2>
      <p className="soft">
        {t('audit.entry', { n: wholeNumber(entry.seq, locale) })} · {exactMoment(entry.at, locale)}
      </p>
      {entry.accountName && <p>{t('audit.account', { name: entry.accountName })}</p>}
      <EntryFacts facts={entry.facts} />
      {!entry.sealed && <p className="soft">{t('audit.notSealed')}</p>}
      {entry.actorId && (
        <Button wide onClick={() => narrow({ person: entry.actorId! })}>
          {t('audit.onlyPerson')}
        </Button>
      )}
      {entry.caseId ? (
        <>
          <Button wide onClick={() => narrow({ caseId: entry.caseId! })}>
            {t('audit.onlyCase')}
          </Button>
          {opensCases && (
            <Go className="btn wide" to={`/kasus/${entry.caseId}/akses`}>
              {t('viewers.link')}
            </Go>
          )}
        </>
      ) : (
        entry.caseRef && (
          <Button wide onClick={() => narrow({ caseRef: entry.caseRef! })}>
            {t('audit.onlyCase')}
          </Button>
        )
      )}
    </>
  );
}

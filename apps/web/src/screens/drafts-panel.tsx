import { useLocale, useWords } from '../words/words';
import { useCodeLabel } from '../api/codes';
import type { Worklist } from '../api/contract';
import { clockTime, shortDay } from '../clock/dates';
import { Go } from '../elements/go';
import { AgencyMark } from '../elements/marks';
import { useDraftList } from '../safety/drafts';

/** Referrals that somebody of the team began and nobody sent: kept on the server, found again here. */
export function ReferralDrafts({ drafts }: { drafts: Worklist['drafts'] }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  if (drafts.length === 0) return null;
  return (
    <section className="panel" id="draf" tabIndex={-1} aria-label={t('draft.referrals')}>
      <header>
        <h2>{t('draft.referrals')}</h2>
        <span className="soft small num">{drafts.length}</span>
      </header>
      <ul className="side-list">
        {drafts.map((draft) => (
          <li key={draft.referralId}>
            <span className="agency">
              <AgencyMark name={draft.agencyName} />
              <Go to={`/kasus/${draft.caseId}/rujuk?draf=${draft.referralId}`}>{draft.agencyName}</Go>
            </span>
            <p className="soft tiny">
              {draft.caseNumber} · {label('LAYANAN', draft.serviceCode)}
            </p>
            <p className="soft tiny">
              {t('draft.begun', { name: draft.authorName, day: shortDay(draft.startedAt, locale) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was typed and not saved yet. */
export function DraftsHere() {
  const t = useWords();
  const locale = useLocale();
  const drafts = useDraftList();
  if (drafts.length === 0) return null;
  return (
    <section className="panel">
      <header>
        <h2>{t('draft.here')}</h2>
        <span className="soft small">{t('draft.memory')}</span>
      </header>
      <ul className="side-list">
        {drafts.map((draft) => (
          <li key={draft.key}>
            <Go to={draft.href!}>{t(draft.name as 'case.new')}</Go>
            <p className="soft tiny">{t('draft.at', { time: clockTime(draft.at, locale) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

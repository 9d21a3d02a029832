import { useState } from 'react';
import { useLocale, useWords } from '../../words/words';
import { can } from '../../api/acts';
import { useCodeLabel } from '../../api/codes';
import type { Basis, CaseFile } from '../../api/contract';
import { dayMonthYear } from '../../clock/dates';
import { Status } from '../../elements/status';
import { WithdrawDialog } from './withdrawal';

/** On what ground data may go to whom: consent, refusals and withdrawals, and legal duty beside them. */
export function Bases({ file, record }: { file: CaseFile; record: () => void }) {
  const t = useWords();
  const [leaving, setLeaving] = useState<Basis>();
  return (
    <section className="panel" aria-label={t('consent.title')}>
      <header>
        <h2>{t('consent.title')}</h2>
        {can(file.availableActs, 'consent.record') && (
          <button type="button" className="link small" onClick={record}>
            {t('consent.recordShort')}
          </button>
        )}
      </header>
      {file.bases.length === 0 && <p className="panel-note">{t('consent.none')}</p>}
      <ul className="side-list">
        {file.bases.map((basis) => (
          <BasisItem key={basis.id} basis={basis} withdraw={() => setLeaving(basis)} />
        ))}
      </ul>
      {leaving && <WithdrawDialog basis={leaving} onClose={() => setLeaving(undefined)} />}
    </section>
  );
}

function BasisItem({ basis, withdraw }: { basis: Basis; withdraw: () => void }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const at = basis.recordedAt;
  const receiver = label('JENIS_INSTANSI', basis.receiverKind);
  return (
    <li className="basis-item">
      <div className="row">
        <b>{label('DASAR_BERBAGI', basis.basis, basis.basisWords)}</b>
        <BasisState basis={basis} />
      </div>
      <p className="soft">
        {receiver}
        {basis.scopes && basis.scopes.length > 0 && (
          <> · {basis.scopes.map((scope) => label('LINGKUP_DATA', scope)).join(', ')}</>
        )}
      </p>
      <p className="soft tiny">
        {[
          at && dayMonthYear(at, locale),
          basis.howRecorded && t(`how.${basis.howRecorded}` as 'how.LISAN'),
          basis.language && label('BAHASA', basis.language),
          basis.accommodations.map((one) => label('AKOMODASI', one)).join(', '),
          basis.expiresAt &&
            t(basis.endsFor === 'COMES_OF_AGE' ? 'consent.comesOfAge' : 'consent.until', {
              date: dayMonthYear(basis.expiresAt, locale),
            }),
          basis.citation,
          basis.decision === 'COUNTERSIGNED' && t('consent.signedBy', { name: basis.decidedByName ?? '–' }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {basis.state === 'void' && <p className="soft tiny">{t('consent.voidWhy')}</p>}
      {basis.state === 'refused' && <OtherWays />}
      {can(basis.availableActs, 'consent.withdraw') && (
        <button type="button" className="link tiny no-print" onClick={withdraw}>
          {t('consent.withdraw')}
        </button>
      )}
    </li>
  );
}

/** A no costs no service: what remains possible is said where the no stands. */
function OtherWays() {
  const t = useWords();
  return (
    <details className="other-ways">
      <summary className="tiny">{t('consent.otherWays')}</summary>
      <p className="soft tiny">{t('consent.refusedKept')}</p>
      <ul className="tiny">
        {(['consent.way1', 'consent.way2', 'consent.way3', 'consent.way4'] as const).map((way) => (
          <li key={way}>{t(way)}</li>
        ))}
      </ul>
    </details>
  );
}

function BasisState({ basis }: { basis: Basis }) {
  const t = useWords();
  const status = basis.state;
  if (status === 'given' || status === 'stands') return <Status tone="done">{t('consent.valid')}</Status>;
  if (status === 'refused') return <Status tone="no">{t('consent.refused')}</Status>;
  if (status === 'void') return <Status tone="no">{t('consent.void')}</Status>;
  if (status === 'waiting') return <Status tone="wait">{t('consent.waiting')}</Status>;
  if (status === 'declined') return <Status tone="no">{t('consent.declined')}</Status>;
  if (status === 'withdrawn') return <Status tone="no">{t('consent.withdrawn')}</Status>;
  return <Status tone="plain">{t('consent.expired')}</Status>;
}

import { useLocale, useWords } from '../../words/words';
import { can } from '../../api/acts';
import { serviceName, useCodeLabel } from '../../api/codes';
import { useSession } from '../../api/session';
import type { CaseFile, ReferralState } from '../../api/contract';
import { dayAndTime } from '../../clock/dates';
import { Go } from '../../elements/go';
import { AgencyMark } from '../../elements/marks';
import { ReferralStatus } from '../../elements/status';
import { FourSteps } from './four-steps';
import './parts.css';

export function Referrals({ file }: { file: CaseFile }) {
  const t = useWords();
  const seesRecord = useSession().permissions.includes('case.disclosures');
  return (
    <section className="panel" aria-label={t('nav.referrals')}>
      <header>
        <h2>{t('nav.referrals')}</h2>
        {can(file.availableActs, 'referral.draft') && (
          <Go className="small" to={`/kasus/${file.id}/rujuk`}>
            {t(file.referrals.length > 0 ? 'ref.sendAnother' : 'ref.send')}
          </Go>
        )}
      </header>
      {file.referrals.length === 0 && <p className="panel-note">{t('ref.none')}</p>}
      {seesRecord && (
        <p className="panel-note">
          <Go to={`/kasus/${file.id}/penerima`}>{t('shared.link')}</Go>
        </p>
      )}
      <ul className="side-list">
        {file.referrals.map((card) => (
          <Card key={card.id} card={card} caseId={file.id} others={file.referrals} />
        ))}
      </ul>
    </section>
  );
}

function Card({ card, caseId, others }: { card: ReferralState; caseId: string; others: ReferralState[] }) {
  const t = useWords();
  const locale = useLocale();
  const label = useCodeLabel();
  const href = card.status === 'draft' ? `/kasus/${caseId}/rujuk?draf=${card.id}` : `/rujukan/${card.id}`;
  const together = card.fanId ? others.filter((one) => one.fanId === card.fanId) : [];
  const detail =
    card.status === 'cancelled' && card.bare && together.some((one) => !one.bare)
      ? t('chain.othersFirst')
      : card.status === 'rejected' && card.reason
        ? label('ALASAN_TOLAK', card.reason)
        : card.status === 'requested' && card.openedAt
          ? t('ref.openedNotAnswered', { at: dayAndTime(card.openedAt, locale) })
          : card.sentAt && t('ref.sentAt', { at: dayAndTime(card.sentAt, locale) });
  return (
    <li className="referral-card">
      <div className="row">
        <span className="agency">
          <AgencyMark name={card.toAgency.name} />
          <Go to={href}>{card.toAgency.name}</Go>
        </span>
        <ReferralStatus status={card.status} words={card.statusWords} />
      </div>
      <p className="soft">
        {serviceName(card.service, locale)}
        {detail && <> · {detail}</>}
        {card.shortfall && <> · {t(card.remainder === 'CONTINUE' ? 'ref.partlyOn' : 'ref.partly')}</>}
        {card.bare && card.status !== 'cancelled' && <> · {t('fan.askedWith', { n: together.length })}</>}
      </p>
      {card.nextAppointmentAt && (
        <p className="soft">{t('ref.appointmentAt', { at: dayAndTime(card.nextAppointmentAt, locale) })}</p>
      )}
      {card.status !== 'draft' && <FourSteps status={card.status} />}
    </li>
  );
}

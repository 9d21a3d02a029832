import { useWords } from '../words/words';
import { useSession } from '../api/session';
import { Go } from '../elements/go';
import { CalendarGaps } from './register/calendar-gaps';
import './register/register.css';
import { AlarmsPanel } from './alarms/panel';
import './home.css';

const KNOWN = [
  'planner',
  'administrator',
  'legal_officer',
  'integrity_officer',
  'data_officer',
  'dinas_head',
  'auditor',
] as const;
type Known = (typeof KNOWN)[number];

/** For roles whose screens are still to come: what they can do here now, and what they will not see. */
export default function Home() {
  const t = useWords();
  const session = useSession();
  const role: Known | 'other' = KNOWN.find((one) => one === session.account.role) ?? 'other';
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('home.title', { name: session.account.displayName })}</h1>
          <p>
            {t(`role.${session.account.role}`)} · {session.agency.name}
          </p>
        </div>
      </div>
      {session.permissions.includes('calendar.edit') && <CalendarGaps />}
      <AlarmsPanel />
      <section className="panel narrow-home">
        <div className="pad home">
          <h2>{t('home.now')}</h2>
          <ul>
            {session.permissions.includes('account.list') && (
              <li>
                <Go to="/akun">{t('home.accounts')}</Go>
              </li>
            )}
            <li>
              {session.permissions.includes('calendar.edit') ? (
                <Go to="/kalender">{t(`home.${role}.now`)}</Go>
              ) : (
                t(`home.${role}.now`)
              )}
            </li>
            <li>
              <Go to="/pemberitahuan">{t('home.notices')}</Go>
            </li>
            <li>
              <Go to="/lainnya">{t('home.more')}</Go>
            </li>
          </ul>
          <h2>{t('home.later')}</h2>
          <p>{t(`home.${role}.later`)}</p>
          <h2>{t('home.never')}</h2>
          <p>{t('home.neverWords')}</p>
        </div>
      </section>
    </>
  );
}

import { useWords } from '../words/words';
import { useSession } from '../api/session';
import { Go } from '../elements/go';
import { landingOf } from '../shell/places';

/** Unknown and forbidden look the same. */
export default function NotFound() {
  const t = useWords();
  const session = useSession();
  return (
    <section className="panel">
      <div className="empty">
        <h1>{t('err.notFoundTitle')}</h1>
        <span>{t('err.notFound')}</span>
        <Go className="btn" to={landingOf(session)}>
          {t('act.toStart')}
        </Go>
      </div>
    </section>
  );
}

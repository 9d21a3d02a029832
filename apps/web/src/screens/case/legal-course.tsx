import { Go } from '../../elements/go';
import { useWords } from '../../words/words';

/** The way from the case to where agencies talk it over. */
export function TalkedOver({ caseId }: { caseId: string }) {
  const t = useWords();
  return (
    <section className="panel" aria-label={t('conf.title')}>
      <header>
        <h2>{t('conf.title')}</h2>
        <Go to={`/kasus/${caseId}/konferensi`}>{t('conf.open')}</Go>
      </header>
      <p className="panel-note">{t('conf.lead')}</p>
    </section>
  );
}

/** The way from the case to its course at police and court. */
export function LegalCourse({ caseId }: { caseId: string }) {
  const t = useWords();
  return (
    <section className="panel" aria-label={t('legal.title')}>
      <header>
        <h2>{t('legal.title')}</h2>
        <Go to={`/kasus/${caseId}/hukum`}>{t('legal.open')}</Go>
      </header>
      <p className="panel-note">{t('legal.lead')}</p>
    </section>
  );
}

import { Button } from '../../elements/button';
import { useWords } from '../../words/words';

/** The codes, this once. */
export function RecoveryCodes({ codes, kept }: { codes: string[]; kept: () => void }) {
  const t = useWords();
  return (
    <div className="stack" role="status">
      <h2>{t('own.codesShown')}</h2>
      <p>{t('own.codesKeep')}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p className="account-acts">
        <Button onClick={() => window.print()}>{t('own.codesPrint')}</Button>
        <Button kind="pri" onClick={kept}>
          {t('own.codesDone')}
        </Button>
      </p>
    </div>
  );
}

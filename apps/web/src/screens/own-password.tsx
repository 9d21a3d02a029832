import { useState } from 'react';
import { useWords } from '../words/words';
import { PasswordForm } from './password-form';
import './accounts.css';

export default function OwnPassword() {
  const t = useWords();
  const [changed, setChanged] = useState(false);
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('password.title')}</h1>
          <p>{t('password.lead')}</p>
        </div>
      </div>
      <section className="panel own-password">
        <div className="pad">
          {changed ? (
            <p role="status">{t('password.done')}</p>
          ) : (
            <PasswordForm done={() => setChanged(true)} />
          )}
        </div>
      </section>
    </>
  );
}

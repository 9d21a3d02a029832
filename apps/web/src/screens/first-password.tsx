import { askAgain } from '../api/session';
import { Threshold } from '../shell/threshold';
import { useWords } from '../words/words';
import { PasswordForm } from './password-form';
import './accounts.css';

/** Before anything else: the first password is known to whoever handed it over. */
export default function FirstPassword() {
  const t = useWords();
  return (
    <Threshold title={t('password.firstTitle')} lead={t('password.firstLead')}>
      <PasswordForm done={() => void askAgain()} />
    </Threshold>
  );
}

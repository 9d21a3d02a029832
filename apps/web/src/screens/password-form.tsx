import { useState, type FormEvent } from 'react';
import { answer, api } from '../api/client';
import { useAttempt } from '../api/attempt';
import { Button } from '../elements/button';
import { TextInput } from '../elements/fields';
import { RefusalNote } from '../elements/states';
import { faultWords } from '../words/refusals';
import { useWords } from '../words/words';

interface Typed {
  currentPassword: string;
  newPassword: string;
}

const NOTHING = { currentPassword: '', newPassword: '', again: '' };

/** The old password and twice the new one. What was typed is gone from memory once it is accepted. */
export function PasswordForm({ done }: { done: () => void }) {
  const t = useWords();
  const [typed, setTyped] = useState(NOTHING);
  const [differs, setDiffers] = useState(false);
  const change = useAttempt((body: Typed) => answer(api.POST('/api/accounts/current/password', { body })), {
    done,
  });
  const fault = change.problem?.faults.find(({ pointer }) => pointer === '/newPassword');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { currentPassword, newPassword, again } = typed;
    setDiffers(newPassword !== again);
    if (newPassword !== again) return document.getElementById('sandi-lagi')?.focus();
    await change.run({ currentPassword, newPassword });
    setTyped(NOTHING);
  };
  const field = (name: keyof typeof NOTHING) => ({
    type: 'password',
    required: true,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });

  return (
    <form className="password-form" onSubmit={(event) => void submit(event)}>
      {!fault && <RefusalNote problem={change.problem} />}
      <TextInput
        label={t('password.current')}
        autoComplete="current-password"
        {...field('currentPassword')}
      />
      <TextInput
        label={t('password.new')}
        hint={t('password.newHint')}
        autoComplete="new-password"
        fault={fault && faultWords(fault, t)}
        {...field('newPassword')}
      />
      <TextInput
        id="sandi-lagi"
        label={t('password.again')}
        autoComplete="new-password"
        fault={differs ? t('password.differs') : undefined}
        {...field('again')}
      />
      <Button kind="pri" large wide type="submit" busy={change.busy}>
        {t('password.submit')}
      </Button>
    </form>
  );
}

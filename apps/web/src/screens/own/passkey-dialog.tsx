import { useState } from 'react';
import { useAttempt } from '../../api/attempt';
import { answer, api } from '../../api/client';
import { makePasskey } from '../../api/passkey';
import { ActDialog } from '../../elements/act-dialog';
import { TextInput } from '../../elements/fields';
import { useWords } from '../../words/words';

interface Props {
  onClose: () => void;
  done: (recoveryCodes: string[]) => void;
}

/** The device makes a key, and its owner a name for it. */
export function PasskeyDialog({ onClose, done }: Props) {
  const t = useWords();
  const [name, setName] = useState('');
  const add = useAttempt(
    async (body: { name: string }) => {
      const { step, options } = await answer(api.POST('/api/accounts/current/passkeys/question'));
      const passkey = await makePasskey(options);
      return answer(api.POST('/api/accounts/current/passkeys', { body: { step, passkey, ...body } }));
    },
    { done: ({ recoveryCodes }) => done(recoveryCodes), refreshes: ['factors'] },
  );
  return (
    <ActDialog
      title={t('own.passkeyTitle')}
      lead={t('own.addPasskeyHint')}
      submit={t('own.passkeySubmit')}
      attempt={add}
      onClose={onClose}
      body={() => (name.trim() ? { name: name.trim() } : undefined)}
    >
      <TextInput
        label={t('own.passkeyName')}
        hint={t('own.passkeyNameHint')}
        maxLength={60}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </ActDialog>
  );
}

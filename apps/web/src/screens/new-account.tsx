import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useAttempt } from '../api/attempt';
import { answer, api } from '../api/client';
import type { Role } from '../api/contract';
import { Button } from '../elements/button';
import { Dialog } from '../elements/dialog';
import { Select, TextInput } from '../elements/fields';
import { RefusalNote } from '../elements/states';
import { faultWords } from '../words/refusals';
import { useWords } from '../words/words';

const ROLES: Role[] = [
  'agency_officer',
  'agency_head',
  'intake_counselor',
  'case_worker',
  'psychologist',
  'supervisor',
  'dinas_head',
  'planner',
  'legal_officer',
  'integrity_officer',
  'data_officer',
  'auditor',
  'administrator',
];
const NOTHING = { displayName: '', email: '', role: '' as Role, agencyId: '' };

interface Props {
  close: () => void;
  made: (made: { name: string; password: string }) => void;
}

export function NewAccountDialog({ close, made }: Props) {
  const t = useWords();
  const [typed, setTyped] = useState(NOTHING);
  const agencies = useQuery({
    queryKey: ['agencies', 'everywhere'],
    queryFn: async () => {
      const [helping, overseeing] = await Promise.all([
        answer(api.GET('/api/agencies', { params: { query: {} } })),
        answer(api.GET('/api/agencies', { params: { query: { overseeing: 'YES' } } })),
      ]);
      return [...helping.items, ...overseeing.items];
    },
  });
  const add = useAttempt((body: typeof NOTHING) => answer(api.POST('/api/accounts', { body })), {
    done: ({ firstPassword }, { displayName }) => made({ name: displayName, password: firstPassword }),
    refreshes: ['accounts'],
  });
  const faultOf = (name: string) => {
    const fault = add.problem?.faults.find(({ pointer }) => pointer === `/${name}`);
    return fault && faultWords(fault, t);
  };
  const field = (name: keyof typeof NOTHING) => ({
    required: true,
    value: typed[name],
    fault: faultOf(name),
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add.run(typed);
  };
  return (
    <Dialog
      title={t('accounts.add')}
      sheet
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{t('act.cancel')}</Button>
          <Button kind="pri" type="submit" form="akun-baru" busy={add.busy}>
            {t('accounts.add')}
          </Button>
        </>
      }
    >
      <form id="akun-baru" className="account-form" onSubmit={submit}>
        <RefusalNote problem={add.problem} />
        <TextInput label={t('accounts.name')} maxLength={200} {...field('displayName')} />
        <TextInput label={t('signIn.email')} type="email" maxLength={254} {...field('email')} />
        <Select
          label={t('accounts.agency')}
          placeholder={t('accounts.choose')}
          options={(agencies.data ?? []).map((agency) => ({
            value: agency.id,
            label: agency.unit ? `${agency.name} · ${agency.unit}` : agency.name,
          }))}
          {...field('agencyId')}
        />
        <Select
          label={t('accounts.role')}
          placeholder={t('accounts.choose')}
          options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          {...field('role')}
        />
      </form>
    </Dialog>
  );
}

import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Button } from '../elements/button';
import { Crumb } from '../elements/crumb';
import { TextInput } from '../elements/fields';
import { Loaded } from '../elements/states';
import { useWords } from '../words/words';
import { SlipDialog } from './referral/slip-dialog';

/** Where the QR code of a slip leads, and where its code is typed. It says which referral, and nothing about anybody. */
export default function ReturnedSlip() {
  const { code } = useParams();
  const t = useWords();
  return (
    <>
      <Crumb above={[{ to: '/kasus', label: t('nav.cases') }]} here={t('slip.title')} />
      <div className="head">
        <div>
          <h1>{t('slip.title')}</h1>
          <p>{t('slip.lead')}</p>
        </div>
      </div>
      {code ? <Found key={code} code={code} /> : <TypeCode />}
    </>
  );
}

function TypeCode() {
  const t = useWords();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const code = typed.replace(/[\s-]/g, '');
  return (
    <form
      className="panel pad stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (/^\w{10}$/.test(code)) void navigate(`/balasan/${code.toUpperCase()}`);
      }}
    >
      <TextInput
        label={t('slip.code')}
        placeholder="7KQ3F-0ZB1M"
        maxLength={16}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        fault={tried && !/^\w{10}$/.test(code) ? t('slip.codeShape') : undefined}
      />
      <div>
        <Button kind="pri" type="submit">
          {t('slip.find')}
        </Button>
      </div>
    </form>
  );
}

function Found({ code }: { code: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const asked = useQuery({
    queryKey: ['slip', code],
    queryFn: () => answer(api.GET('/api/reply-slips/{code}', { params: { path: { code } } })),
  });
  return (
    <section className="panel">
      <Loaded asked={asked} rows={3}>
        {(slip) => (
          <div className="pad stack">
            <h2>{slip.toAgency.name}</h2>
            <p className="soft">
              {[slip.number, slip.caseNumber, slip.statusWords].filter(Boolean).join(' · ')}
            </p>
            {slip.possible.length === 0 ? (
              <p>{t('slip.nothing')}</p>
            ) : (
              <SlipDialog
                slip={slip}
                code={code}
                onClose={() => void navigate(`/rujukan/${slip.referralId}`, { replace: true })}
              />
            )}
          </div>
        )}
      </Loaded>
    </section>
  );
}

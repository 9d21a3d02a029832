// A real SMTP server as a process of its own. Its parent hears of each mail that it took, and may tell it to misbehave.
import { SMTPServer } from 'smtp-server';

/** `refuse`: mailbox -> SMTP status at RCPT. `silent`: takes the mail, tells the parent, and never answers. */
let mood = { refuse: {}, silent: false };
process.on('message', (next) => (mood = { ...mood, ...next }));
process.on('disconnect', () => process.exit(0));

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  hideENHANCEDSTATUSCODES: true,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, answer) =>
    password === 'the-right-one'
      ? answer(null, { user: username })
      : answer(Object.assign(new Error(`no such user ${username} ${password}`), { responseCode: 535 })),
  onRcptTo: ({ address }, _session, answer) => {
    const status = mood.refuse[address] ?? mood.refuse['*'];
    answer(status ? Object.assign(new Error(`${address} refused`), { responseCode: status }) : null);
  },
  onData: (stream, session, answer) => {
    let text = '';
    stream.on('data', (chunk) => (text += chunk));
    stream.on('end', () => {
      process.send({
        taken: {
          greeting: session.hostNameAppearsAs,
          from: session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map(({ address }) => address),
          user: session.user ?? null,
          text,
        },
      });
      if (!mood.silent) answer(null);
    });
  },
});
server.on('error', () => undefined);
server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () =>
  process.send({ port: server.server.address().port }),
);

// The sealer and the bringing to witnesses in a process of their own, from dist, so that a suite can end them with
// SIGKILL at any step: node sealer-process.mjs LEDGER_URL KEY_FILE LEDGER_NAME [POLICY_FILE]
const audit = (file) => import(new URL(`../../dist/libs/audit/src/${file}.js`, import.meta.url));
const { Sealer } = await audit('sealer');
const { openSigner, openWitnessPolicy } = await audit('ledger-key');
const { Witnesses } = await audit('witnesses');

const [url, keyFile, name, policyFile] = process.argv.slice(2);
const sealer = new Sealer(url, openSigner(keyFile, name));
const witnesses = new Witnesses(sealer.ask, openWitnessPolicy(policyFile));
for (;;) {
  await sealer.pass();
  await witnesses.pass();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

import type { Page } from 'playwright-core';

/** What a person did with finger, pointer or keys since the last look. */
export interface Pressed {
  readonly presses: number;
  /** Acts that no hand made: a test that sets a control by program counts nothing, so it may not. */
  readonly scripted: string[];
}

// A choice in a native list is two: the press that opens it and the one that chooses. A press on a label is one, though
// the browser tells of it twice.
const WATCH = `(() => {
  if (window.countedPresses) return;
  window.countedPresses = true;
  const name = (event) => event.type + ' on ' + event.target.tagName.toLowerCase();
  window.addEventListener('click', (event) => {
    const label = event.target.closest?.('label');
    const again = label?.control && label.control !== event.target;
    if (!event.isTrusted) void window.tellPress(name(event), true);
    else if (!again) void window.tellPress(name(event), false);
  }, true);
  for (const kind of ['change', 'submit'])
    window.addEventListener(kind, (event) => event.isTrusted || void window.tellPress(name(event), true), true);
})()`;

/**
 * Counts, in the page itself, the trusted clicks that the browser makes of presses of a pointer, a finger or a key,
 * before any listener of the product hears of them. Each call of the answer tells what came since the one before.
 */
export async function countPresses(page: Page): Promise<() => Promise<Pressed>> {
  let presses = 0;
  let scripted: string[] = [];
  await page.exposeFunction('tellPress', (what: string, byProgram: boolean) => {
    if (byProgram) scripted.push(what);
    else presses += 1;
  });
  await page.addInitScript(WATCH);
  await page.evaluate(WATCH);
  return async () => {
    // Whatever the page has told by now comes before its answer to this.
    await page.evaluate('0');
    const seen = { presses, scripted };
    presses = 0;
    scripted = [];
    return seen;
  };
}

/** Chooses in a native list as a person does: opens it, finds the option by its first letters, takes it. */
export async function chooseFromList(page: Page, name: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name }).click();
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
}

import type {FromView, ToView} from './messages.js';
import {patchChildren} from './patch.js';

interface State {
  uri?: string;
  scroll?: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromView): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const editor = acquireVsCodeApi();
const report = document.getElementById('report') as HTMLElement;
const uri = document.body.dataset.uri;
/** Where the reader was before the window was loaded anew; gone once it is taken up. */
let returnTo = editor.getState()?.scroll;
editor.setState({uri, scroll: returnTo});

addEventListener('message', ({data}: MessageEvent<ToView>) => {
  const wanted = document.createElement('template');
  if (data.type === 'report') wanted.innerHTML = data.html;
  else {
    const words = document.createElement('p');
    words.setAttribute('role', 'status');
    words.textContent = data.text;
    wanted.content.append(words);
  }
  const focused = document.activeElement;
  const section = focused?.closest('section')?.id;
  patchChildren(report, wanted.content);
  if (focused instanceof HTMLElement && focused !== document.activeElement) refocus(focused, section);
  if (returnTo !== undefined) scrollTo(0, returnTo);
  returnTo = undefined;
});

/** A node that was moved has lost the focus; of one that is gone the section takes it over. */
function refocus(focused: HTMLElement, section: string | undefined): void {
  const heading = section ? document.querySelector<HTMLElement>(`#${section} h2`) : null;
  (focused.isConnected ? focused : heading)?.focus({preventScroll: true});
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (!link) return;
  const {start, end} = link.dataset;
  event.preventDefault();
  if (start !== undefined && end !== undefined) {
    editor.postMessage({type: 'jump', start: Number(start), end: Number(end)});
    return;
  }
  const heading = document.querySelector<HTMLElement>(`${link.getAttribute('href')} h2`);
  heading?.scrollIntoView();
  heading?.focus({preventScroll: true});
});

/** The editor takes the focus away when it goes to another part of the window: it comes back where it was. */
let last: HTMLElement | undefined;
document.addEventListener('focusin', ({target}) => {
  if (target instanceof HTMLElement) last = target;
});
addEventListener('focus', () => {
  if (document.activeElement === document.body && last?.isConnected) last.focus({preventScroll: true});
});

let saving: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  clearTimeout(saving);
  saving = setTimeout(() => editor.setState({uri, scroll: scrollY}), 200);
});

editor.postMessage({type: 'ready'});

// The bars with their buttons, and the keys.

const meanings = [
  ['Enter, Space, →', 'the next step (while stepping)'],
  ['Backspace, ←, b', 'one step back'],
  ['.', 'the rest of the step'],
  ['] and [', 'to the next section, to the one before'],
  ['=', 'to the reply to a question'],
  ['w', 'to a number that can be looked up; Enter goes to what it was made from'],
  ['Escape', 'back to where you were'],
  ['?', 'these keys'],
];

const keyList = make('details', { className: 'ui-keys' }, make('summary', {}, 'Keys'),
  paragraph('They act while the lesson has the focus: press a step, or its text.'),
  make('dl', {}, ...meanings.flatMap(([key, words]) => [make('dt', {}, key), make('dd', {}, words)])));
const beginButton = makeButton('Step through', stepThrough, 'ui-main');
const backButton = makeButton('Back', goBack);
const nextButton = makeButton('Next', goOn, 'ui-main');
const returnButton = makeButton('Back to where you were', goBackToLink);
const whereabouts = make('span', { className: 'ui-where' });
const topBar = make('section', { className: 'ui-bar', 'aria-label': 'How to read' },
  make('div', { className: 'ui-row' }, beginButton,
    make('span', { className: 'ui-offer' }, 'All is shown below; or read it one step at a time.')), keyList);
const footBar = make('section', { className: 'ui-foot', 'aria-label': 'Steps' },
  returnButton, make('div', { className: 'ui-row ui-when-stepping' },
    backButton, whereabouts, nextButton, makeButton('Show all', showAll)));

function showBars() {
  const stop = stopNow();
  beginButton.textContent = stepping.isOn ? 'Begin again' : 'Step through';
  whereabouts.replaceChildren(make('span', { className: 'ui-wide' }, 'Step '), stop ? `${stop.step} of ${stepping.count}` : '');
  backButton.setAttribute('aria-disabled', String(stepping.at <= 0));
  nextButton.setAttribute('aria-disabled', String(isAtEnd()));
  returnButton.hidden = !trail.length;
  footBar.hidden = !stepping.isOn && !trail.length;
}

const steppingKeys = {
  Enter: goOn, ' ': goOn, ArrowRight: goOn, Backspace: goBack, ArrowLeft: goBack, b: goBack, '.': goOnToEnd,
  ']': () => goToSection(true), '[': () => goToSection(false),
};
const readingKeys = {
  w: lookInside,
  '?': () => {
    keyList.open = true;
    moveFocus(keyList.firstElementChild);
  },
  '=': () => {
    const part = document.activeElement.closest('.part');
    const question = part && questionOf(part);
    if (question && question.outcome !== 'answered') question.field.focus();
    else say('No question waits here.');
  },
};

// Only where nothing else takes the key: letters alone act while the lesson has the focus.
function takeKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (event.key === 'Escape' && trail.length) {
    goBackToLink();
    event.preventDefault();
    return;
  }
  const place = event.target;
  if (!lesson.contains(place) || place.closest('a, button, input, select, textarea, summary')) return;
  if (place.getAttribute('role') === 'region' && event.key.startsWith('Arrow')) return;
  const action = (stepping.isOn && steppingKeys[event.key]) || readingKeys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

if (lesson) {
  lesson.tabIndex = -1;
  for (const part of lesson.querySelectorAll('[data-question].question')) addReply(part);
  foldAnswers();
  addWhatIf();
  const graph = document.getElementById('graph');
  if (graph) atTheEnd.push(graph);
  const first = lesson.querySelector('.part');
  if (first && stepping.count > 1) first.tagName === 'H1' ? first.after(topBar) : first.before(topBar);
  lesson.append(footBar);
  document.body.append(liveRegion);
  watchLinks();
  document.addEventListener('keydown', takeKey);
  document.documentElement.classList.add('ui-running');
  showBars();
}

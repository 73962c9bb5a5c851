// Why: a number lights up what it was made from, leads there, and back again.

const trail = [];
const targetOf = link => document.getElementById(decodeURIComponent(link.hash.slice(1)));

/** Lights up a value, and in the line that made it what it was made from. */
function light(target, isLit) {
  target.classList.toggle('ui-lit', isLit);
  const line = target.closest('.line');
  for (const link of line ? line.querySelectorAll('a.from') : []) link.classList.toggle('ui-source', isLit);
}

function watchLinks() {
  const show = isLit => event => {
    const link = event.target.closest && event.target.closest('a.from');
    const target = link && targetOf(link);
    if (target) light(target, isLit);
  };
  for (const kind of ['focusin', 'mouseover']) document.addEventListener(kind, show(true));
  for (const kind of ['focusout', 'mouseout']) document.addEventListener(kind, show(false));
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    const target = link && targetOf(link);
    if (target && !isHeldBack(target, event)) follow(link, target);
  });
}

/** While a lesson is stepped through, a question that is open holds the answers back from links, too. */
function isHeldBack(target, event) {
  const open = openQuestions();
  if (!stepping.isOn || isAtEnd() || !open.length || !answers || !answers.contains(target)) return false;
  event.preventDefault();
  say(`${stillOpen(open)} The answers are shown at the end.`);
  return true;
}

/** Goes where a link leads, and remembers where it was. */
function follow(link, target) {
  if (answers && answers !== target && answers.contains(target) && answers.uncover) answers.uncover();
  uncover(target);
  trail.push(link);
  leave();
  lit = target;
  showBars();
  moveFocus(target);
  light(target, true);
  const stop = stepping.stops.find(one => one.part.contains(target));
  say(`${stop ? `Step ${stop.step}. ` : ''}Press Escape to go back.`);
}

// What was looked up last stays lit until somebody goes back.
let lit = null;

function leave() {
  if (lit) light(lit, false);
  lit = null;
}

function goBackToLink() {
  const link = trail.pop();
  leave();
  showBars();
  if (!link) return;
  moveFocus(link);
  say('Back where you were.');
}

/** Moves to the first number of the step that can be looked up. */
function lookInside() {
  const here = document.activeElement.closest('.part') || (stopNow() || {}).part;
  const links = here ? [...here.querySelectorAll('a.from')].filter(link => !link.closest('.ui-ahead')) : [];
  if (links.length) moveFocus(links[0]);
  else say('No number of this step can be looked up.');
}

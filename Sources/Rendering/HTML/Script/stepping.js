// Showing the lesson one step at a time: what is ahead is hidden by a class, which print does not heed.

/** The elements of a part that are shown one after the other, those that come together in a list of their own. */
function beatsOf(part) {
  const atOnce = element => element.hasAttribute('data-at-once');
  const lines = atOnce(part) ? [] : [...part.querySelectorAll('.line')];
  const beats = lines.flatMap(line => {
    const pieces = atOnce(line) ? [] : [...line.querySelectorAll('.beat')];
    return pieces.length ? pieces.map((piece, index) => (index ? [piece] : [line, piece])) : [[line]];
  });
  return beats.length ? beats : [[]];
}

/** All stops: a heading is shown with what stands below it. */
function findStops() {
  const stops = [];
  let headings = [];
  let step = 0;
  for (const part of lesson.querySelectorAll('.part')) {
    if (/^H[1-6]$/.test(part.tagName)) {
      headings.push(part);
      continue;
    }
    step += 1;
    beatsOf(part).forEach((beat, index) => {
      const shows = index ? beat : [...headings, part, ...beat];
      const mark = index ? beat[0].closest('.line') : part;
      stops.push({ step, part, shows, mark, isSection: !index && headings.length > 0, isFirst: !index });
    });
    headings = [];
  }
  if (stops.length) stops[stops.length - 1].shows.push(...headings);
  return stops;
}

const stepping = { stops: findStops(), at: -1, isOn: false };
stepping.shown = stepping.stops.length - 1;
stepping.count = stepping.stops.length ? stepping.stops[stepping.stops.length - 1].step : 0;

const stopNow = () => stepping.stops[stepping.at];
const isAtEnd = () => stepping.at === stepping.stops.length - 1;

/** Shows all through a stop and moves the focus to what it shows first. */
function goTo(index) {
  const before = stopNow();
  stepping.at = Math.max(0, Math.min(index, stepping.stops.length - 1));
  layOutSteps();
  const stop = stopNow();
  tell('read', { step: stop.step, of: stepping.count });
  moveFocus(stop.shows[stop.isFirst ? 0 : stop.shows.length - 1]);
  if (!before || before.step !== stop.step) say(`Step ${stop.step} of ${stepping.count}`);
}

function layOutSteps() {
  const { stops, at, isOn, shown } = stepping;
  const wanted = isOn ? at : stops.length - 1;
  document.documentElement.classList.toggle('ui-stepping', isOn);
  // Only what changes is touched: a long lesson has many stops.
  for (const stop of stops.slice(Math.min(shown, wanted) + 1, Math.max(shown, wanted) + 1)) {
    for (const element of stop.shows) element.classList.toggle('ui-ahead', wanted < shown);
  }
  stepping.shown = wanted;
  if (stepping.mark) stepping.mark.classList.remove('ui-new');
  stepping.mark = isOn ? stops[at].mark : null;
  if (stepping.mark) stepping.mark.classList.add('ui-new');
  for (const element of atTheEnd) element.classList.toggle('ui-ahead', isOn && !isAtEnd());
  showBars();
}

// What is shown only at the end: numbers there would tell what is asked above.
const atTheEnd = [];

function stepThrough() {
  stepping.isOn = true;
  stepping.at = -1;
  goTo(0);
}

function showAll() {
  const stop = stopNow();
  stepping.isOn = false;
  layOutSteps();
  if (stop) moveFocus(stop.part);
  say('All steps are shown.');
}

function goOn() {
  const question = stopNow() && questionOf(stopNow().part);
  if (question && !question.outcome) waitFor(question);
  else if (isAtEnd()) say('This is the end of the lesson.');
  else goTo(stepping.at + 1);
}

function goBack() {
  if (stepping.at > 0) goTo(stepping.at - 1);
  else say('This is the beginning of the lesson.');
}

/** Shows the rest of the step, or all of the next one. */
function goOnToEnd() {
  const { stops } = stepping;
  const endOf = index => {
    while (stops[index + 1] && stops[index + 1].step === stops[index].step) index += 1;
    return index;
  };
  const end = endOf(stepping.at);
  if (end > stepping.at) return goTo(end);
  goOn();
  const next = endOf(stepping.at);
  if (next > stepping.at) goTo(next);
}

function goToSection(isNext) {
  const { stops, at } = stepping;
  const found = isNext
    ? stops.findIndex((stop, index) => index > at && stop.isSection)
    : stops.reduce((last, stop, index) => (index < at && (stop.isSection || !index) ? index : last), -1);
  if (found >= 0) goTo(found);
  else say(isNext ? 'This is the last section.' : 'This is the beginning of the lesson.');
}

/** Shows all through an element that is still ahead, because a link leads there. */
function uncover(element) {
  if (!stepping.isOn || !element.closest('.ui-ahead')) return;
  const { stops } = stepping;
  const last = stops.map(stop => stop.shows.some(one => one !== stop.part && one.contains(element))).lastIndexOf(true);
  const first = stops.findIndex(stop => stop.part.contains(element));
  stepping.at = last >= 0 ? last : first >= 0 ? first : stops.length - 1;
  layOutSteps();
}

// The index of a site: search, and how far one is.

const course = document.getElementById('course');

// How far.

function wordsOn(own) {
  const words = [];
  if (own.read > 0 && own.of > 0) {
    words.push(own.read >= own.of ? 'read to the end' : `read to step ${own.read} of ${own.of}`);
  }
  const answers = Object.values(own.answers && typeof own.answers === 'object' ? own.answers : {});
  const right = answers.filter(outcome => outcome === 'answered').length;
  if (right) words.push(right === 1 ? '1 question answered' : `${right} questions answered`);
  return words.join('; ');
}

function showProgress() {
  const all = Progress.all();
  let isAny = false;
  for (const item of course.querySelectorAll('[data-lesson]')) {
    const own = all[item.dataset.lesson];
    const words = own && typeof own === 'object' ? wordsOn(own) : '';
    let place = item.querySelector('.done');
    if (!place && words) {
      place = document.createElement('span');
      place.className = 'done';
      item.append(' ', place);
    }
    if (place) place.textContent = words;
    isAny = isAny || words !== '';
  }
  reset.hidden = !isAny;
}

const reset = document.createElement('button');
reset.type = 'button';
reset.className = 'ui-button';
reset.textContent = 'Forget my progress';
reset.addEventListener('click', () => {
  Progress.forget();
  showProgress();
  status.textContent = 'Your progress is forgotten.';
  field.focus();
});

// Search.

const form = document.createElement('form');
form.className = 'search';
form.setAttribute('role', 'search');
const label = document.createElement('label');
label.htmlFor = 'search';
label.textContent = 'Search the lessons';
const field = document.createElement('input');
field.id = 'search';
field.type = 'search';
field.className = 'ui-field';
field.autocomplete = 'off';
const status = document.createElement('p');
status.className = 'search-status';
status.setAttribute('role', 'status');
const results = document.createElement('ul');
results.className = 'results-found';
form.append(label, field);

let found = null;
let isLoading = false;

function load() {
  if (isLoading) return;
  isLoading = true;
  const script = document.createElement('script');
  script.src = 'search.js';
  script.addEventListener('error', () => { status.textContent = 'The search cannot be loaded: search.js is missing.'; });
  document.head.append(script);
}

globalThis.longhandSearch = ({ lessons, words }) => {
  found = {
    lessons: lessons.map(([address, title, headings]) => ({
      address, title, headings, titleWords: wordsOf(title), headingWords: headings.map(wordsOf),
    })),
    words: words.split('|').filter(Boolean).map(line => {
      const [word, ...places] = line.split(' ');
      return { word, places: places.map(place => parseInt(place, 36)) };
    }),
  };
  search();
};

/** The words of a text, in small letters; of "back-propagation" also "backpropagation". */
function wordsOf(text) {
  return [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)].flatMap(([word]) => {
    const parts = word.split('-');
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });
}

/** Lessons that have every word, at its beginning at least: those with it in the title first, then in a heading. */
function ranked(asked) {
  const scores = found.lessons.map(() => 0);
  const counts = found.lessons.map(() => 0);
  for (const word of asked) {
    const own = found.lessons.map(lesson => {
      const begins = words => words.some(each => each.startsWith(word));
      return begins(lesson.titleWords) ? 100 : lesson.headingWords.some(begins) ? 20 : 0;
    });
    for (const entry of found.words) {
      if (!entry.word.startsWith(word)) continue;
      const score = entry.word === word ? 5 : 2;
      for (const place of entry.places) own[place] = Math.max(own[place], score);
    }
    own.forEach((score, index) => {
      scores[index] += score;
      if (score) counts[index] += 1;
    });
  }
  return found.lessons.map((lesson, index) => ({ lesson, score: scores[index], isWhole: counts[index] === asked.length }))
    .filter(entry => entry.isWhole).sort((one, other) => other.score - one.score).map(entry => entry.lesson);
}

function search() {
  const asked = field.value.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  results.replaceChildren();
  if (!asked.length) {
    status.textContent = '';
    return;
  }
  if (!found) {
    load();
    return;
  }
  const lessons = ranked(asked);
  for (const lesson of lessons) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = 'lessons/' + lesson.address;
    link.textContent = lesson.title;
    item.append(link);
    const heading = lesson.headings.find((_, index) => asked.some(word => lesson.headingWords[index].some(each => each.startsWith(word))));
    if (heading) item.append(`: ${heading}`);
    results.append(item);
  }
  status.textContent = lessons.length === 0 ? 'No lesson has this.'
    : lessons.length === 1 ? '1 lesson' : `${lessons.length} lessons`;
}

field.addEventListener('focus', load);
field.addEventListener('input', search);
form.addEventListener('submit', event => {
  event.preventDefault();
  search();
  const first = results.querySelector('a');
  if (first) first.focus();
});

if (course) {
  course.prepend(form, status, results, reset);
  showProgress();
}

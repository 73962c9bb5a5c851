// The page as it stands without a script, and small ways to add to it.

const lesson = document.getElementById('lesson') || document.querySelector('main');

/** An element with properties, or attributes where it has no such property, and what stands in it. */
function make(tag, properties, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name in element && !name.includes('-')) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
}

function makeButton(words, action, className) {
  return make('button', { type: 'button', className: 'ui-button ' + (className || ''), onclick: action }, words);
}

// Short plain words for somebody who does not see the page change; mathematics is read where it stands.
const liveRegion = make('p', { className: 'ui-spoken', role: 'status' });

function say(words) {
  liveRegion.textContent = '';
  // The same words twice are read twice only where the region was empty in between.
  setTimeout(() => { liveRegion.textContent = words; }, 30);
}

/** Moves the focus to an element that need not be a control, or to the nearest one around it that can have it. */
function moveFocus(element) {
  // A beat of an equation has no box of its own.
  element = (element.matches('.beat') && element.querySelector('.content')) || element;
  for (let place = element; place && place !== document.body; place = place.parentElement) {
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    if (document.activeElement === place) break;
  }
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** A copy that can stand a second time on the page: without ids. */
function copyOf(element) {
  const copy = element.cloneNode(true);
  for (const one of [copy, ...copy.querySelectorAll('[id]')]) one.removeAttribute('id');
  return copy;
}

/** Tells the rest of the page, such as a site that remembers what was read. */
function tell(what, detail) {
  document.dispatchEvent(new CustomEvent('longhand:' + what, { detail }));
}

/** `Question 2`, `Questions 2 and 3` */
function namesOf(numbers) {
  const last = numbers[numbers.length - 1];
  return numbers.length === 1 ? `Question ${last}` : `Questions ${numbers.slice(0, -1).join(', ')} and ${last}`;
}

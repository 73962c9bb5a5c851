// What if: the lesson's numbers under sliders, and what follows from them, before and now.

const kinds = { input: 'Inputs', target: 'Targets', param: 'Params', const: 'Constants' };

function addWhatIf() {
  const replay = readBlock('what-if', text => openReplay(text));
  if (!replay) return;
  const section = make('section', { className: 'ui-what-if', id: 'ui-what-if', 'aria-labelledby': 'ui-what-if-title' },
    make('h2', { id: 'ui-what-if-title' }, 'What if the numbers were others?'));
  if (answers) answers.before(section);
  else lesson.append(section);
  atTheEnd.push(section);
  if (replay.why) {
    section.append(paragraph(replay.why));
    return;
  }
  const table = resultTable(replay);
  const sliders = replay.sliders.map((slider, index) => sliderRow(slider, index, work));
  const note = paragraph('', 'ui-note');
  const reset = makeButton('Reset all', () => {
    for (const slider of sliders) slider.set(slider.own);
    work();
    say('All numbers are the lesson’s own again.');
  });
  let timer = 0;
  function work() {
    const result = whatIf(replay, sliders.map(slider => slider.value()));
    const count = table.show(result);
    note.textContent = result.fault || '';
    clearTimeout(timer);
    // Not while a slider is still moving.
    timer = setTimeout(() => say(result.fault || `${count} of ${result.rows.length} numbers have changed.`), 600);
  }
  section.append(
    paragraph('Move a number: the table shows what it would change. The page above keeps the lesson’s own numbers.'),
    make('div', { className: 'ui-tryout' },
      make('div', {}, make('div', { className: 'ui-sliders' }, ...groups(replay.sliders, sliders)),
        make('div', { className: 'ui-row' }, reset, note)),
      table.element));
  table.show(whatIf(replay, sliders.map(slider => slider.value())));
}

/** The sliders, those of a kind together. */
function groups(data, sliders) {
  return [...new Set(data.map(slider => slider.kind))].map(kind =>
    make('fieldset', { className: 'ui-group' }, make('legend', {}, kinds[kind] || kind),
      ...sliders.filter((_, index) => data[index].kind === kind).map(slider => slider.element)));
}

function sliderRow({ name, value, text, min, max, step }, index, changed) {
  const id = `ui-slider-${index}`;
  const range = make('input', { type: 'range', 'aria-label': `${name}, slider` });
  Object.assign(range, { min, max, step, value });
  const field = make('input', { id, type: 'number', className: 'ui-field', step: 'any', value });
  const element = make('div', { className: 'ui-slider' },
    make('label', { htmlFor: id }, name, make('span', { className: 'ui-own' }, ` given ${text}`)), field, range);
  let now = value;
  const set = (number, source) => {
    now = number;
    if (source !== field) field.value = number;
    if (source !== range) range.value = number;
    element.classList.toggle('ui-moved', number !== value);
  };
  const places = (String(step).split('.')[1] || '').length;
  range.oninput = () => {
    // Decimal numbers, and not sums of steps.
    set(Number(range.valueAsNumber.toFixed(Math.max(places, 0))), range);
    changed();
  };
  field.oninput = () => {
    if (!Number.isFinite(field.valueAsNumber)) return;
    set(field.valueAsNumber, field);
    changed();
  };
  // What is no number is taken back.
  field.onchange = () => { if (!Number.isFinite(field.valueAsNumber)) set(now); };
  return { element, own: value, value: () => now, set };
}

/** A table of what is before, now, and by how much that differs. */
function resultTable(replay) {
  const body = make('tbody');
  const heads = ['Value', 'Before', 'Now', 'Change'].map(words => make('th', { scope: 'col' }, words));
  const element = make('div', { className: 'ui-scroll', tabIndex: 0, role: 'region', 'aria-label': 'What changes' },
    make('table', { className: 'ui-table' },
      make('caption', {}, 'Before and now'),
      make('thead', {}, make('tr', {}, ...heads)), body));
  let rows = [];
  const show = result => {
    if (!rows.length) {
      rows = result.rows.map(row => {
        const cells = [0, 1, 2].map(() => make('td'));
        const tr = make('tr', {}, make('th', { scope: 'row' }, row.label), ...cells);
        body.append(tr);
        return { tr, cells };
      });
    }
    result.rows.forEach((row, index) => {
      const { tr, cells } = rows[index];
      [row.before, row.now, row.change].forEach((text, place) => { cells[place].textContent = text || ''; });
      tr.classList.toggle('ui-moved', Boolean(row.moved));
    });
    return result.rows.filter(row => row.moved).length;
  };
  return { element, show };
}

// Questions: a reply is judged as the program judges it; hints come one at a time, the answer when asked for twice.

const answers = document.getElementById('answers');
const keys = readBlock('answer-keys', openKeys) || {};
const questions = [];

/** What a data block of the page holds; nothing where there is none. */
function readBlock(id, open) {
  const block = document.getElementById(id);
  return block && open(block.textContent);
}

const questionOf = part => questions.find(question => question.part === part);
const openQuestions = () =>
  questions.filter(one => !one.outcome || one.outcome === 'skipped').map(one => one.number);

/** Adds to a question where a reply is typed or chosen, and all that can be asked for. */
function addReply(part) {
  const number = Number(part.dataset.question);
  const key = keys[number];
  if (!key) return;
  const answer = answers && answers.querySelector(`[data-question="${number}"]`);
  const question = { number, part, key, answer, hintCount: 0, hasAskedForAnswer: false, outcome: null };
  question.hints = answer ? [...answer.querySelectorAll('.hint')] : [];
  question.field = key.kind === 'choice' ? choiceField(question) : numberField(question);
  question.said = make('div', { className: 'ui-said', id: `ui-said-${number}` });
  question.given = make('div', { className: 'ui-hints' });
  question.buttons = {
    check: make('button', { type: 'submit', className: 'ui-button ui-main' }, 'Check'),
    hint: makeButton('Hint', () => giveHint(question)),
    answer: makeButton('Show the answer', () => giveUp(question)),
    skip: makeButton('Skip', () => skip(question), 'ui-when-stepping'),
  };
  if (!question.hints.length) question.buttons.hint.remove();
  const { check, hint, answer: show, skip: leave } = question.buttons;
  const row = make('div', { className: 'ui-row' }, check, ...(question.hints.length ? [hint] : []), show, leave);
  question.form = make('form', { className: 'ui-reply', noValidate: true }, question.field.element, row);
  question.form.onsubmit = event => {
    event.preventDefault();
    if (question.outcome !== 'answered') judgeReply(question);
  };
  part.append(question.given, question.form, question.said);
  questions.push(question);
  nameHint(question);
}

function numberField({ number }) {
  const id = `ui-reply-${number}`;
  const input = make('input', {
    id, type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: false, className: 'ui-field',
    'aria-describedby': `ui-said-${number}`,
  });
  const label = make('label', { htmlFor: id }, 'Your answer');
  return {
    element: make('div', { className: 'ui-row' }, label, input),
    reply: () => input.value.trim(),
    focus: () => { input.focus(); input.select(); },
    close: () => { input.readOnly = true; },
  };
}

function choiceField({ number, part, key }) {
  const type = key.many ? 'checkbox' : 'radio';
  const inputs = [...part.querySelectorAll('.choices > li')].map((item, index) => {
    const letter = letterOf(index);
    item.id = item.id || `ui-choice-${number}-${letter}`;
    const input = make('input', {
      type, name: `ui-reply-${number}`, value: letter, 'aria-describedby': item.id,
    });
    // The text of a choice is as good to press as its letter.
    item.addEventListener('click', event => {
      if (event.target.closest('a') || input.disabled) return;
      input.checked = type === 'radio' || !input.checked;
    });
    return input;
  });
  const labels = inputs.map(input => make('label', { className: 'ui-choice' }, input, input.value));
  return {
    element: make('fieldset', { className: 'ui-row' },
      make('legend', {}, key.many ? 'Your choices' : 'Your choice'), ...labels),
    reply: () => inputs.filter(input => input.checked).map(input => input.value).join(', '),
    focus: () => (inputs.find(input => input.checked) || inputs[0]).focus(),
    close: () => { for (const input of inputs) input.disabled = true; },
  };
}

/** `a` for the first choice, `aa` behind `z`. */
function letterOf(index) {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** Shows what is said to a reply or a wish, in place of what was said before. */
function reply(question, words, ...content) {
  question.said.replaceChildren(...content);
  say(words);
}

const paragraph = (words, className) => make('p', { className: className || '' }, words);

function judgeReply(question) {
  const text = question.field.reply();
  forgetWish(question);
  if (!text) {
    waitFor(question);
    return;
  }
  const verdict = judge(question.key, text, question.hints.length - question.hintCount);
  const remarks = make('div', { className: `ui-verdict ui-${verdict.outcome}` });
  remarks.innerHTML = verdict.remarks;
  const words = { right: 'Right.', wrong: 'That is not it.', sentBack: 'Not judged: see the remark below.' };
  reply(question, words[verdict.outcome], paragraph(`Your answer: ${text}`, 'ui-typed'), remarks);
  if (verdict.outcome === 'right') {
    end(question, 'answered');
    question.field.close();
    for (const button of Object.values(question.buttons)) button.hidden = true;
    moveFocus(question.said);
  } else {
    question.field.focus();
    question.said.scrollIntoView({ block: 'nearest' });
  }
}

function waitFor(question) {
  const leave = stepping.isOn ? ', or skip it' : '';
  const words = `Question ${question.number} waits. Type your answer, or ask for help${leave}.`;
  const choose = words.replace('Type your answer', 'Choose');
  reply(question, question.key.kind === 'choice' ? choose : words,
    paragraph(question.key.kind === 'choice' ? choose : words));
  question.field.focus();
}

function nameHint({ buttons, hints, hintCount }) {
  buttons.hint.textContent = hints.length > 1 ? `Hint ${Math.min(hintCount + 1, hints.length)} of ${hints.length}` : 'Hint';
}

function giveHint(question) {
  forgetWish(question);
  const hint = copyOf(question.hints[question.hintCount]);
  question.hintCount += 1;
  question.given.append(hint);
  if (question.hintCount === question.hints.length) question.buttons.hint.hidden = true;
  nameHint(question);
  say('Here is a hint.');
  moveFocus(hint);
}

function giveUp(question) {
  if (!question.hasAskedForAnswer) {
    question.hasAskedForAnswer = true;
    question.buttons.answer.textContent = 'Yes, show the answer';
    const words = 'Do you want to see the answer? Press once more.';
    reply(question, words, paragraph(words));
    return;
  }
  forgetWish(question);
  const parts = question.answer ? [...question.answer.querySelectorAll('.given, .because')].map(copyOf) : [];
  reply(question, 'Here is the answer.', ...parts);
  question.buttons.answer.hidden = true;
  end(question, 'givenUp');
  moveFocus(question.said);
}

/** Whoever asks for something else does not want to see the answer yet. */
function forgetWish(question) {
  question.hasAskedForAnswer = false;
  question.buttons.answer.textContent = 'Show the answer';
}

function skip(question) {
  if (!question.outcome) end(question, 'skipped');
  goOn();
}

function end(question, outcome) {
  question.outcome = outcome;
  tell('answered', { question: question.number, outcome });
}

const stillOpen = numbers => `${namesOf(numbers)} ${numbers.length > 1 ? 'are' : 'is'} still open.`;

/** Folds the answers at the end away until somebody asks for them. */
function foldAnswers() {
  if (!answers || !questions.length) return;
  const note = paragraph('', 'ui-note');
  const button = makeButton('Show the answers', () => {
    const open = openQuestions();
    const isSure = note.textContent !== '';
    if (answers.classList.contains('ui-folded') && stepping.isOn && open.length && !isSure) {
      note.textContent = `${stillOpen(open)} Press once more to see all answers.`;
      say(note.textContent);
    } else {
      fold(!answers.classList.contains('ui-folded'));
    }
  });
  const fold = isFolded => {
    answers.classList.toggle('ui-folded', isFolded);
    button.setAttribute('aria-expanded', String(!isFolded));
    button.textContent = isFolded ? 'Show the answers' : 'Fold the answers away';
    note.textContent = '';
  };
  answers.firstElementChild.after(make('div', { className: 'ui-row ui-fold' }, button, note));
  fold(true);
  answers.uncover = () => fold(false);
  atTheEnd.push(answers);
}

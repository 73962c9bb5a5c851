// Judges replies to questions as the program does, from the key of each: see AnswerKeyWriter, which writes the keys. A number is
// taken as its digits say; nothing here computes exp, ln or the like.

// The keys of a data block, by the numbers of their questions. Veil.swift says how they are kept out of plain sight.
function openKeys(text) {
  const written = [...Array(95)].map((_, place) => String.fromCharCode(32 + place)).filter((sign) => !'"\\<'.includes(sign));
  const known = new Map([['¡', '|'], ['¢', '`'], ['£', '~']]);
  const taken = { '|': '"', '`': '\\', '~': '<' };
  written.forEach((sign, place) => known.set(written[(place + 47) % written.length], taken[sign] || sign));
  const page = JSON.parse([...JSON.parse(text)].map((sign) => known.get(sign) || sign).join(''));
  for (const key of Object.values(page.keys)) key.page = page;
  return page.keys;
}

// { outcome: 'right' | 'wrong' | 'sentBack', remarks: HTML } for a reply, where so many hints have not been given yet.
function judge(key, reply, hintsLeft) {
  return key.kind === 'choice' ? Judge.choice(key, reply, hintsLeft) : Judge.number(key, reply, hintsLeft);
}

const Judge = {
  say: (outcome, ...remarks) => ({ outcome, remarks: remarks.flat().join('') }),

  refusal: (key, hintsLeft) => key.refusals[Math.max(0, Math.min(hintsLeft, 2))],

  // MARK: Choices

  choice(key, reply, hintsLeft) {
    const chosen = new Set();
    const words = reply.toLowerCase().match(/[\p{Alphabetic}\p{M}]+/gu) || [];
    for (const word of words.filter((word) => word !== 'and')) {
      const place = Judge.place(word);
      const letters = key.choices.length > 26 && place >= 0 && place < key.choices.length ? [word] : [...word];
      for (const letter of letters) {
        const place = Judge.place(letter);
        if (place < 0 || place >= key.choices.length) return Judge.say('sentBack', key.unreadable);
        chosen.add(place);
      }
    }
    if (!chosen.size) return Judge.say('sentBack', key.unreadable);
    const reasons = (isRight) => key.choices.filter((choice, place) => chosen.has(place) && choice.right === isRight)
      .map((choice) => choice.reason);
    if (key.choices.some((choice, place) => chosen.has(place) && !choice.right)) {
      return Judge.say('wrong', Judge.refusal(key, hintsLeft), reasons(false), key.more);
    }
    return key.choices.some((choice, place) => choice.right && !chosen.has(place))
      ? Judge.say('wrong', key.incomplete) : Judge.say('right', key.praise, reasons(true), key.reason);
  },

  // a, b, … z, aa, ab: from 0; -1 for what is no such letter.
  place(letters) {
    if (!/^[a-z]{1,4}$/.test(letters)) return -1;
    return [...letters].reduce((place, letter) => place * 26 + letter.charCodeAt(0) - 96, 0) - 1;
  },

  // MARK: Numbers

  number(key, text, hintsLeft) {
    const reply = Judge.reply(text, key);
    if (reply.refusal) return Judge.say('sentBack', reply.refusal);
    if (Judge.isRight(key, reply)) return Judge.say('right', Judge.praise(key, reply), key.reason);
    const exact = Judge.exactlyForeseen(key, reply);
    if (reply.isShort && !exact && (Judge.agrees(reply, key.wanted) || !Judge.foreseen(key, reply))) {
      return Judge.say('sentBack', key.tooShort);
    }
    return Judge.say('wrong', Judge.remarks(key, reply, hintsLeft));
  },

  isRight(key, reply) {
    if (key.width !== undefined) return Judge.isWithin(key.width, key.wanted, reply.value);
    return reply.isShort ? Judge.isExactly(key.wanted, reply.texts[0]) : Judge.agrees(reply, key.wanted);
  },

  praise(key, reply) {
    const [decimals, wanted] = [Judge.decimals(reply.texts[0]) || 0, Judge.compared(key.wanted)];
    let lines = key.result + (decimals > 0 ? key.accepted : '');
    if (key.digits > 0 && !Judge.agreement(key.wanted, reply.texts[0])) {
      const further = Decimals.places(wanted, Math.min(decimals, Decimals.decimals(wanted)));
      lines += Judge.shown(key, key.further, Decimals.fixed(further));
    }
    return key.praise + (lines ? key.page.open + lines + key.page.close : '');
  },

  // The author's mistake that a reply is.
  foreseen(key, reply) {
    if (key.width !== undefined) {
      const distance = (mistake) => Math.abs(mistake.value - reply.value);
      return key.foreseen.filter((mistake) => Judge.isWithin(mistake.width, mistake.value, reply.value))
        .reduce((best, mistake) => best && distance(best) <= distance(mistake) ? best : mistake, undefined);
    }
    const exact = Judge.exactlyForeseen(key, reply);
    if (exact) return exact;
    const found = key.foreseen.filter((mistake) => Judge.agrees(reply, mistake.value));
    return !reply.isShort || found.length === 1 && Judge.isTelling(reply) ? found[0] : undefined;
  },

  exactlyForeseen(key, reply) {
    if (key.width !== undefined) return undefined;
    return key.foreseen.find((mistake) => Judge.isExactly(mistake.value, reply.texts[0]));
  },

  remarks(key, reply, hintsLeft) {
    const foreseen = Judge.foreseen(key, reply);
    if (foreseen && foreseen.reason) return foreseen.reason;
    const mistakes = Judge.likely(key, reply);
    if (foreseen) mistakes.unshift([foreseen.value, foreseen.words]);
    if (!mistakes.length) return Judge.refusal(key, hintsLeft);
    const lines = mistakes.slice(0, 2).map(([value, words]) => {
      const text = reply.texts.find((text) => Judge.agreement(value, text)) || reply.texts[0];
      return Judge.shown(key, key.page.line, text)
        .replace('\ue011', () => words.map((word) => key.page.words[word]).join(''));
    });
    return key.wrong + key.page.open + lines.join('') + key.page.close;
  },

  // What has led to the reply: the first group that has some of it, or else that it is near, and other numbers.
  likely(key, reply) {
    for (let group = 0; group < 3; group += 1) {
      if (key.likely.length <= group) return [];
      const found = key.likely[group].filter(([value]) => Judge.agrees(reply, value));
      if (found.length) return found.slice(0, group === 2 ? 1 : 2);
    }
    const near = Judge.isNear(key, reply) ? [[reply.value, key.near]] : [];
    const others = Judge.isTelling(reply) && key.likely[3] || [];
    return near.concat(others.filter(([value]) => Judge.agrees(reply, value)));
  },

  isNear(key, reply) {
    const [distance, size] = [Math.abs(reply.value - key.wanted), Math.abs(key.wanted)];
    let unit = 1;
    for (let place = 0; place < key.digits; place += 1) unit /= 10;
    return distance <= Math.min((key.digits ? 3.01 : 2.01) * unit, size / 3) || distance <= size / 100;
  },

  // A line with a number put in its place.
  shown(key, line, text) {
    const isNegative = text.startsWith('-');
    const number = key.page.shapes[isNegative ? 1 : 0].replace('\ue010', () => text.slice(isNegative ? 1 : 0));
    return line.replace('\ue010', () => number);
  },

  // MARK: Replies

  reply(typed, key) {
    const text = typed.replace(/^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '')
      .replace(/[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/, '');
    const number = Judge.typed(text);
    if (number) {
      const decimals = Judge.decimals(number.text) || 0;
      const isWhole = !key.digits && decimals > 0
        && Math.abs(number.value - Math.round(number.value)) <= 1e-15 * Math.max(1, Math.abs(number.value));
      const isLonger = (key.digits > 0 || isWhole) && decimals > key.digits;
      const texts = isLonger ? [number.text, Judge.rounded(number.digits, key.digits)] : [number.text];
      return { value: number.value, isShort: decimals < key.digits, texts };
    }
    if (text.includes(',') && Judge.typed(text.replace(/,/g, '.'))) return { refusal: key.comma };
    const value = Judge.value(text);
    if (value === undefined || !Number.isFinite(value)) return { refusal: key.page.noNumber };
    const digits = Judge.compared(value);
    return {
      value, isShort: false, texts: [key.digits ? Judge.rounded(digits, key.digits) : Decimals.fixed(digits)],
    };
  },

  // A number as it is typed, with an ASCII minus.
  typed(text) {
    if (new TextEncoder().encode(text).length > 60) return null;
    const typed = text.replace(/−/g, '-').replace(/^\+/, '').replace(/\.$/, '');
    const [digits, value] = [Decimals.parse(typed), Number(typed)];
    return digits && Number.isFinite(value) && (value !== 0 || !digits.digits) ? { text: typed, digits, value } : null;
  },

  rounded(digits, decimals) {
    return Decimals.fixed(Decimals.places(digits, decimals), decimals);
  },

  // The value of an expression of numbers with + − * / ^ and parentheses; undefined for anything else.
  value(text) {
    const tokens = text.match(/(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][-+−]?[0-9]+)?|\S/g) || [];
    let [next, depth] = [0, 0];
    const take = (...signs) => signs.includes(tokens[next]) ? tokens[next++] : undefined;
    const fail = () => { throw new SyntaxError(text); };
    const sum = () => {
      let value = product();
      for (let sign; (sign = take('+', '-', '−'));) value = sign === '+' ? value + product() : value - product();
      return value;
    };
    const product = () => {
      let value = signed();
      for (let sign; (sign = take('*', '·', '×', '⋅', '/', '÷'));) {
        const factor = signed();
        value = '/÷'.includes(sign) ? Math.abs(factor) > 1e-9 ? value / factor : fail() : value * factor;
      }
      return value;
    };
    const signed = () => take('-', '−') ? -signed() : power();
    const power = () => {
      const base = operand();
      return take('^') ? Math.pow(base, signed()) : base;
    };
    const operand = () => {
      if (take('(')) {
        if ((depth += 1) > 100) fail();
        const value = sum();
        depth -= 1;
        return take(')') ? value : fail();
      }
      const number = /^\.?[0-9]/.test(tokens[next] || '') ? Judge.typed(tokens[next++]) : null;
      return number ? number.value : fail();
    };
    try {
      const value = tokens.length && tokens.length < 1000 ? sum() : undefined;
      return next === tokens.length ? value : undefined;
    } catch (error) {
      return undefined;
    }
  },

  // MARK: The number rule

  compared: (value) => Decimals.significant(Decimals.of(value), Decimals.compared),

  // How many digits behind the point the last one stands; undefined without point and exponent.
  decimals(text) {
    const [mantissa, exponent] = text.split(/[eE]/);
    const fraction = mantissa.split('.')[1];
    return fraction === undefined && exponent === undefined
      ? undefined : (fraction || '').length - Number(exponent || 0);
  },

  // Whether a computed value agrees with a printed number.
  agreement(computed, text) {
    const [printed, decimals] = [Decimals.parse(text), Judge.decimals(text)];
    if (decimals === undefined) return Math.abs(computed - Number(text)) <= 1e-9 * Math.max(1, Math.abs(Number(text)));
    // Most numbers are far apart.
    if (Math.abs(computed - Number(text)) > 1.001 * Math.pow(10, -decimals) + 1e-9 * Math.abs(computed)) return false;
    if (Judge.isExactly(computed, text)) return true;
    const digits = Judge.compared(computed);
    return Decimals.same(Decimals.places(digits, decimals), printed)
      || printed.digits !== '' && Decimals.same(Decimals.places(digits, decimals, true), printed);
  },

  isExactly(computed, text) {
    const [printed, digits] = [Decimals.parse(text), Judge.compared(computed)];
    return Decimals.same(Decimals.significant(printed, Decimals.compared), digits)
      || Decimals.same(Decimals.significant(printed, Decimals.compared, true), digits);
  },

  isWithin: (width, value, reply) =>
    Math.abs(reply - value) <= width + 0.5e-13 * Math.max(Math.abs(reply), Math.abs(value)),

  agrees: (reply, value) => reply.texts.some((text) => Judge.agreement(value, text)),

  isTelling(reply) {
    const digits = Decimals.parse(reply.texts[0]);
    return digits.digits !== '' && digits.point + Math.max(Judge.decimals(reply.texts[0]) || 0, 0) >= 2;
  },
};

// Works a lesson's formulas out with other numbers, operation by operation, with the rules of the program's tape: see Rule.swift
// and Origins.swift. What is shown has the program's digits; where the last one is not sure, there is one digit fewer.

function openReplay(text) {
  const replay = JSON.parse(text);
  if (replay.why) return replay;
  replay.tape = replay.operations.map(([code, ...rest]) => {
    const name = replay.names[code];
    if (name === 'leaf') return { name, isGiven: true, value: rest[0], exact: rest[1] === 1 };
    // A given number that is worked out is the same as its operand, and no derivative passes through it.
    return { name, isGiven: name === 'same', a: rest[0], b: rest[rest.length - 1] };
  });
  replay.own = Replay.results(replay, replay.sliders.map((slider) => slider.value));
  return replay;
}

// What is shown with a number for each slider: what-if.js shows it.
function whatIf(replay, numbers) {
  const now = Replay.results(replay, numbers);
  const rows = replay.results.map(([label, , output], index) => {
    const kind = output === undefined ? 'value' : 'derivative';
    const before = replay.own.numbers[index];
    const row = { label, kind, before: Replay.signed(Replay.shown(replay, before)), now: '', change: '', moved: false };
    if (now.fault) return row;
    const number = now.numbers[index];
    row.now = Replay.signed(Replay.shown(replay, number));
    row.moved = !Decimals.same(Judge.compared(before.value), Judge.compared(number.value));
    row.change = row.moved ? Replay.signed(Replay.change(replay, before, number)) : '0';
    return row;
  });
  return { fault: now.fault || '', rows };
}

const Replay = {
  // MARK: The tape

  // { numbers: [{ value, error }] } of all that is shown, or { fault }.
  results(replay, numbers) {
    const { tape } = replay;
    replay.sliders.forEach((slider, index) => { tape[slider.place].value = numbers[index]; });
    for (const node of tape) {
      if (node.name === 'leaf') {
        node.error = 0;
        continue;
      }
      const [x, y] = [node.x, node.y] = Replay.settled(tape, node);
      node.value = Rules[node.name].value(x, y, tape[node.a].value, tape[node.b].value);
      if (!Number.isFinite(node.value)) return { fault: 'With these numbers a formula has no value.' };
      node.slopes = Rules[node.name].slopes(x, y, node.value);
      node.error = Math.abs(node.value) * 8e-16 + [node.a, node.b].reduce((sum, place, index) => {
        const slope = node.name === 'same' ? 1 - index : Math.abs(node.slopes[index] || 0);
        return sum + (Number.isFinite(slope) && tape[place].error ? slope * tape[place].error : 0);
      }, 0);
    }
    if (!replay.guards.every((guard) => Replay.holds(tape, guard))) {
      return { fault: 'With these numbers another branch of a formula holds, which this page does not work out.' };
    }
    const sweeps = new Map();
    const found = replay.results.map(([, place, output]) => {
      if (output === undefined) return Replay.isTie(tape, tape[place].value, 0, [place]) ? { value: 0, error: 0 } : tape[place];
      if (!sweeps.has(output)) sweeps.set(output, Replay.sweep(tape, output));
      const { adjoints, sizes, errors } = sweeps.get(output);
      const value = adjoints[place] || 0;
      const isNothing = Math.abs(value) < 1e-9 && Math.abs(value) <= 1e-14 * (sizes[place] || 0);
      return isNothing ? { value: 0, error: 0 } : { value, error: errors[place] || 0 };
    });
    return found.every(({ value }) => Number.isFinite(value))
      ? { numbers: found.map(({ value, error }) => ({ value, error })) }
      : { fault: 'With these numbers a derivative has no value.' };
  },

  // The derivatives of a value by all before it, how large they would be if nothing cancelled, and how far off they may be.
  sweep(tape, output) {
    const [adjoints, sizes, errors] = [0, 1, 2].map(() => new Float64Array(output + 1));
    adjoints[output] = sizes[output] = 1;
    for (let place = output; place >= 0; place -= 1) {
      const node = tape[place];
      if (node.isGiven || sizes[place] === 0) continue;
      const operands = node.slopes.length > 1 ? [node.a, node.b] : [node.a];
      // A slope is off by what its operands are off.
      const beside = Rules[node.name].slopes(
        node.x + tape[node.a].error, node.y + tape[node.b].error, node.value + node.error);
      operands.forEach((operand, index) => {
        const slope = node.slopes[index];
        if (adjoints[place] !== 0) adjoints[operand] += adjoints[place] * slope;
        sizes[operand] += Math.abs(sizes[place] * slope) || 0;
        const off = Math.abs(beside[index] - slope) + Math.abs(slope) * 8e-16;
        errors[operand] += (errors[place] * Math.abs(slope) || 0) + (sizes[place] * off || 0);
      });
    }
    return { adjoints, sizes, errors };
  },

  // The operands of an operation; where it decides, what differs only by rounding is equal.
  settled(tape, node) {
    const [x, y] = [tape[node.a].value, tape[node.b].value];
    const atZero = (number, place) => Replay.settle(tape, number, 0, [place]);
    const atWhole = (number, place) => Replay.settle(tape, number, Math.round(number), [place]);
    switch (node.name) {
      case 'divide': return [x, atZero(y, node.b)];
      case 'power': {
        const exponent = x < 0 ? atWhole(y, node.b) : y;
        return [exponent >= 0 && exponent === Math.round(exponent) ? x : atZero(x, node.a), exponent];
      }
      case 'floor': case 'factorial': return [atWhole(x, node.a), y];
      case 'max': return [Replay.settle(tape, x, y, [node.a, node.b]), y];
      case 'min': return [x, Replay.settle(tape, y, x, [node.a, node.b])];
      default: return Rules[node.name].bends ? [atZero(x, node.a), y] : [x, y];
    }
  },

  settle: (tape, number, kink, places) => Replay.isTie(tape, number, kink, places) ? kink : number,

  holds(tape, [first, relation, second]) {
    const [x, y] = [Replay.settle(tape, tape[first].value, tape[second].value, [first, second]), tape[second].value];
    return { below: x < y, atMost: x <= y, equal: x === y, unequal: x !== y }[relation];
  },

  isTie(tape, number, kink, places) {
    const gap = Math.abs(number - kink);
    if (gap === 0) return true;
    if (!(gap <= 1e-9 * Math.max(1, Math.abs(number)))) return false;
    return places.some((place) => Replay.mayMiss(tape, gap / 1e-14, place, number === 0 || kink === 0));
  },

  // Whether binary arithmetic may have left as much of a node as it leaves of a term of that size.
  mayMiss(tape, size, place, isAtZero) {
    const source = Replay.source(tape, place);
    const node = tape[source];
    if (Replay.isExact(node)) return false;
    const sides = [node.a, node.b].map((operand) => tape[Replay.source(tape, operand === undefined ? source : operand)]);
    if (isAtZero && ['add', 'subtract'].includes(node.name) && sides.every(Replay.isExact)) return false;
    const isTerm = (place, size) => Math.abs(tape[place].value) >= size && Replay.isRounded(tape, tape[place]);
    if (isTerm(source, size)) return true;
    const waiting = [[source, size]];
    for (let count = 0; waiting.length && count < 4096; count += 1) {
      const [place, size] = waiting.pop();
      const node = tape[place];
      if (node.isGiven) continue;
      const slopes = Rules[node.name].slopes(tape[node.a].value, tape[node.b].value, node.value);
      for (const [index, operand] of [node.a, node.b].slice(0, slopes.length).entries()) {
        const slope = Math.abs(slopes[index]);
        if (!Number.isFinite(slope) || slope === 0) continue;
        if (isTerm(operand, size / slope)) return true;
        waiting.push([operand, size / slope]);
      }
    }
    return false;
  },

  // The node that a number, signs aside, is only another name for.
  source(tape, place) {
    for (;;) {
      const node = tape[place];
      if (node.name === 'negate' || node.name === 'abs') place = node.a;
      else if (node.name === 'relu' && node.value === tape[node.a].value) place = node.a;
      else if (node.name === 'max' || node.name === 'min') place = node.value === tape[node.a].value ? node.a : node.b;
      else if (node.name === 'multiply' && tape[node.b].name === 'leaf' && tape[node.b].value === 1) place = node.a;
      else return place;
    }
  },

  isWhole: (value) => value === Math.round(value) && Math.abs(value) <= 2 ** 53,

  isExact: (node) => node.isGiven && (node.exact || Replay.isWhole(node.value)),

  isRounded(tape, node) {
    if (!Replay.isWhole(node.value)) return true;
    if (node.isGiven || ['step', 'sign', 'floor', 'factorial'].includes(node.name)) return false;
    const keepsWhole = ['add', 'subtract', 'multiply', 'power', 'negate', 'abs', 'relu', 'max', 'min'].includes(node.name);
    return !keepsWhole || !Replay.isWhole(tape[node.a].value) || !Replay.isWhole(tape[node.b].value);
  },

  // MARK: Digits

  // As the program shows a number: NumberStyle.swift has the rules.
  text(replay, value, extra = 0) {
    if (value === 0) return '0';
    const decimals = replay.decimals + extra;
    const all = Decimals.of(value);
    const most = extra > 0 && all.point + decimals > 14 ? 15 : 14;
    const whole = Decimals.significant(all, 15);
    const isLarge = whole.point > 15;
    if (Decimals.decimals(whole) === 0 && !isLarge) return Decimals.text(whole);
    const digits = Decimals.significant(all, most);
    if (Decimals.decimals(digits) <= decimals && !isLarge) return Decimals.text(digits);
    const fixed = Decimals.places(digits, decimals, replay.cutOff);
    const shown = fixed.digits ? fixed.point + decimals : 0;
    if (shown >= 3 && !isLarge) return Decimals.text(fixed, shown);
    const count = Math.min(isLarge ? Math.max(decimals, 2) + 1 : 3 + Math.max(extra, 0), most);
    const kept = Decimals.significant(digits, count, replay.cutOff);
    return digits.digits.length < count ? Decimals.text(kept) : Decimals.text(kept, count);
  },

  // The digits that are sure: those on which the number and its neighbours agree.
  shown(replay, { value, error }) {
    const text = Replay.text(replay, value);
    // A number that ends so soon is exact, but for what binary arithmetic leaves.
    if (!error || Judge.compared(value).digits.length <= 11) return text;
    const sure = (style) => Replay.text(style, value - error) === Replay.text(style, value + error);
    if (sure(replay)) return text;
    for (let decimals = replay.decimals - 1; decimals > 0; decimals -= 1) {
      const style = { ...replay, decimals };
      if (sure(style)) return Replay.text(style, value);
    }
    // Of what rounding has nearly used up fewer than three digits may be sure.
    const short = (number, count) => Decimals.text(Decimals.significant(Decimals.of(number), count), count);
    return short(value, short(value - error, 2) === short(value + error, 2) ? 2 : 1);
  },

  // What a reader gets who subtracts the numbers as they are shown, with as many digits as give that three.
  change(replay, before, now) {
    const [low, high] = [now.value - before.error - now.error, now.value + before.error + now.error];
    for (let fewer = 0; fewer < 4; fewer += 1) {
      const text = Replay.difference(replay, before.value, now.value, fewer);
      const isSure = [low, high].every((number) => Replay.difference(replay, before.value, number, fewer) === text);
      if (isSure || fewer === 3) return text;
    }
    return '';
  },

  difference(replay, before, now, fewer) {
    const decimals = (text) => Math.max(0, Judge.decimals(text) || 0);
    for (let extra = 0; ; extra += 1) {
      const [was, is] = [Replay.text(replay, before, extra), Replay.text(replay, now, extra)];
      const isWhole = [[was, before], [is, now]]
        .map(([text, value]) => Decimals.same(Decimals.parse(text), Judge.compared(value)));
      const finest = Math.max(decimals(was), decimals(is));
      const places = Math.min(isWhole[0] ? finest : decimals(was), isWhole[1] ? finest : decimals(is)) - fewer;
      const digits = Decimals.places(Judge.compared(Number(is) - Number(was)), places);
      const isAll = isWhole[0] && isWhole[1] || Decimals.same(digits, Judge.compared(now - before));
      if (isAll || digits.digits.length >= 3 || extra === 15) {
        return digits.point >= -4 && digits.point <= 15
          ? Decimals.fixed(digits, Math.max(0, places)) : Decimals.scientific(digits);
      }
    }
  },

  signed: (text) => text.replace('-', text[0] === '-' ? '−' : '-'),
};

// The value of each operation for settled operands (and for max and min as they were), its derivatives by them, and whether it
// bends, jumps or ends at 0.
const Rules = (() => {
  const logistic = (x) => x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  const reciprocal = (x, factor) => x < 0 ? NaN : 1 / (Math.abs(x) * factor);
  const factorial = (n) => {
    if (!(n >= 0) || n !== Math.round(n)) return NaN;
    let product = 1;
    for (let factor = 2; factor <= Math.min(n, 171); factor += 1) product *= factor;
    return product;
  };
  // e^(−x²)·∑ 2ⁿx²ⁿ⁺¹/(1·3·…·(2n+1)) near 0, all terms of one sign; a continued fraction far from it.
  const tail = (x) => {
    let fraction = 0;
    for (let count = 80; count > 0; count -= 1) fraction = count / 2 / (x + fraction);
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
  };
  const erf = (x) => {
    if (Math.abs(x) > 3) return Math.sign(x) * (1 - tail(Math.abs(x)));
    let [term, sum] = [x, x];
    for (let count = 1; count < 120; count += 1) sum += term *= 2 * x * x / (2 * count + 1);
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  };
  const below = (x) => x < -3 ? tail(-x) / 2 : (1 + erf(x)) / 2;
  const density = (x) => Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  const leaky = {
    bends: true, value: (x, y) => x < 0 ? y * x : x, slopes: (x, y) => x < 0 ? [y, x] : [1, 0],
  };
  return {
    same: { value: (x) => x, slopes: () => [] },
    add: { value: (x, y) => x + y, slopes: () => [1, 1] },
    subtract: { value: (x, y) => x - y, slopes: () => [1, -1] },
    multiply: { value: (x, y) => x * y, slopes: (x, y) => [y, x] },
    divide: { value: (x, y) => x / y, slopes: (x, y, out) => [1 / y, -out / y] },
    power: {
      value: (x, y) => x ** y,
      slopes: (x, y, out) => {
        const lowered = x ** (y - 1);
        return [y === 0 || lowered === 0 ? 0 : y * lowered, x >= 0 && out === 0 ? 0 : out * Math.log(x)];
      },
    },
    negate: { value: (x) => -x, slopes: () => [-1] },
    exp: { value: Math.exp, slopes: (x, y, out) => [out] },
    ln: { bends: true, value: Math.log, slopes: (x) => [reciprocal(x, 1)] },
    log2: { bends: true, value: Math.log2, slopes: (x) => [reciprocal(x, Math.LN2)] },
    log10: { bends: true, value: Math.log10, slopes: (x) => [reciprocal(x, Math.LN10)] },
    sqrt: { bends: true, value: Math.sqrt, slopes: (x, y, out) => [0.5 / Math.abs(out)] },
    abs: { bends: true, value: Math.abs, slopes: (x) => [Math.sign(x)] },
    sign: { bends: true, value: Math.sign, slopes: () => [0] },
    sin: { value: Math.sin, slopes: (x) => [Math.cos(x)] },
    cos: { value: Math.cos, slopes: (x) => [-Math.sin(x)] },
    tan: { value: Math.tan, slopes: (x, y, out) => [1 + out * out] },
    tanh: { value: Math.tanh, slopes: (x, y, out) => [1 - out * out] },
    arctan: { value: Math.atan, slopes: (x) => [1 / (1 + x * x)] },
    sinh: { value: Math.sinh, slopes: (x) => [Math.cosh(x)] },
    cosh: { value: Math.cosh, slopes: (x) => [Math.sinh(x)] },
    sigmoid: { value: logistic, slopes: (x, y, out) => [out * (1 - out)] },
    relu: { bends: true, value: (x) => x < 0 ? 0 : x, slopes: (x) => [x < 0 ? 0 : 1] },
    leaky_relu: leaky,
    prelu: leaky,
    elu: {
      bends: true, value: (x, y) => x < 0 ? y * Math.expm1(x) : x,
      slopes: (x, y) => x < 0 ? [y * Math.exp(x), Math.expm1(x)] : [1, 0],
    },
    softplus: {
      value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))), slopes: (x) => [logistic(x)],
    },
    step: { bends: true, value: (x) => x < 0 ? 0 : 1, slopes: () => [0] },
    gelu: {
      value: (x) => x * below(x * Math.SQRT1_2), slopes: (x) => [below(x * Math.SQRT1_2) + x * density(x)],
    },
    erf: { value: erf, slopes: (x) => [2 / Math.sqrt(Math.PI) * Math.exp(-x * x)] },
    floor: { value: Math.floor, slopes: () => [0] },
    factorial: { value: factorial, slopes: () => [0] },
    max: { value: (x, y, one, other) => x < y ? other : one, slopes: (x, y) => x < y ? [0, 1] : [1, 0] },
    min: { value: (x, y, one, other) => y < x ? other : one, slopes: (x, y) => y < x ? [0, 1] : [1, 0] },
  };
})();

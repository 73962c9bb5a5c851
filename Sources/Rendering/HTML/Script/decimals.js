// Numbers digit by digit, so that rounding, cutting off and comparing are exact, as in the program:
// { minus: false, digits: '60108', point: 0 } is 0.60108. The first and the last digit are not 0; zero has no digits.
const Decimals = {
  compared: 14,

  make(minus, digits, point) {
    const rest = digits.replace(/^0+/, '');
    const kept = rest.replace(/0+$/, '');
    return { minus: minus && kept !== '', digits: kept, point: kept ? point - digits.length + rest.length : 0 };
  },

  // A printed number such as -0.60108 or 4.92e-04; null for anything else.
  parse(text) {
    const parts = /^(-?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]+))?$/.exec(text);
    if (!parts || !parts[2] && !parts[3]) return null;
    const exponent = Number(parts[4] || 0);
    if (Math.abs(exponent) >= 1e6) return null;
    return Decimals.make(parts[1] !== '', parts[2] + (parts[3] || ''), parts[2].length + exponent);
  },

  // The fewest digits that read back to the same double.
  of(value) { return Decimals.parse(String(value)); },

  same(one, other) {
    return one.minus === other.minus && one.point === other.point && one.digits === other.digits;
  },

  // At most `count` significant digits; to the nearest, ties away from zero, or cut off.
  significant(number, count, isCutOff) {
    if (count >= number.digits.length) return number;
    if (count < 0) return Decimals.make(false, '', 0);
    let kept = number.digits.slice(0, count);
    let point = number.point;
    if (!isCutOff && number.digits[count] >= '5') {
      const end = kept.replace(/9+$/, '');
      if (end) {
        kept = end.slice(0, -1) + (Number(end.slice(-1)) + 1);
        kept = kept.padEnd(count, '0');
      } else {
        kept = '1'.padEnd(count + 1, '0');
        point += 1;
      }
    }
    return Decimals.make(number.minus, kept, point);
  },

  // At most `count` digits behind the point; a negative count shortens before it.
  places(number, count, isCutOff) {
    return Decimals.significant(number, number.point + count, isCutOff);
  },

  // How many digits stand behind the point.
  decimals(number) { return Math.max(0, number.digits.length - number.point); },

  // -0.60108, with at least so many digits behind the point.
  fixed(number, least = 0) {
    const count = Math.max(least, Decimals.decimals(number));
    const shift = Math.max(0, 1 - number.point);
    const digits = ('0'.repeat(shift) + number.digits).padEnd(number.point + shift + count, '0');
    const whole = number.point + shift;
    return (number.minus ? '-' : '') + digits.slice(0, whole) + (count ? '.' + digits.slice(whole) : '');
  },

  // 4.92e-04, with at least so many digits behind the point.
  scientific(number, least = 0) {
    const digits = number.digits.padEnd(Math.max(least, number.digits.length - 1) + 1, '0');
    const exponent = number.digits ? number.point - 1 : 0;
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return (number.minus ? '-' : '') + digits[0] + (digits.length > 1 ? '.' + digits.slice(1) : '')
      + 'e' + (exponent < 0 ? '-' : '+') + size;
  },

  // Plain, or with an exponent where it is below 1e-4 or large.
  text(number, significant = 0) {
    if (!number.digits || number.point >= -3 && number.point <= 15) {
      return Decimals.fixed(number, Math.max(0, significant - number.point));
    }
    return Decimals.scientific(number, Math.max(0, significant - 1));
  },
};

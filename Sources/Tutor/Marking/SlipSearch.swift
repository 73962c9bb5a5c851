import Algebra
import PrintedNumbers
import Transcript

/// Looks for what has led to a number that is wrong where it stands, all numbers before it being as they were handed in.
///
/// What is said is true as it is worded: the number is, by the number rule, what comes out where that is done. The plain comes
/// before the subtle.
struct SlipSearch {
  private let number: HandedNumber
  let place: Int
  let sheet: MarkingSheet
  let handed: [Int: HandedNumber]
  let carried: [Double]
  private let slot: MarkingSheet.Slot
  private let wanted: Double
  private let asked: Int

  /// A formula with the slots of the derivatives in it.
  struct Whole {
    var formula: Formula
    var atoms: [Formula: Int]
  }

  /// Longer formulas are not looked through.
  static let maxParts = 200

  /// A search for what has led to `number` at a slot.
  init(_ number: HandedNumber, at place: Int, in marking: Marking) {
    self.number = number
    self.place = place
    sheet = marking.sheet
    handed = marking.handed
    carried = marking.carried
    slot = sheet.slots[place]
    wanted = carried[place]
    asked = sheet.decimals(of: wanted)
  }

  /// The first that is found.
  var slip: Slip {
    if slot.kind == .given {
      return Slip(kind: .otherName, words: [.words("is not the number that the lesson gives")])
    }
    if slot.formula == nil {
      return found(wholeNumber + overRows + multiples) ?? nearness
        ?? Slip(kind: .unknown, words: [.words("is not what the lesson has; it is not worked out again")])
    }
    if slot.kind == .rows {
      // The formula has all rows in it, and nobody has left out one of their numbers.
      return found(wholeNumber + overRows + multiples) ?? nearness ?? found(otherLines) ?? Self.unknown
    }
    let own = Whole(formula: slot.formula ?? .name(Name("")), atoms: slot.atoms)
    let along = expanded(own, intoLinks: false)
    let inFull = expanded(along, intoLinks: true)
    let forms = [own] + (along.formula == own.formula ? [] : [along])
    if let slip = found(wholeNumber + overRows) { return slip }
    for form in forms + [writtenOut(own)] { if let slip = found(altered(form)) { return slip } }
    let all = forms + (inFull.formula == along.formula ? [] : [inFull])
    for form in all {
      if let slip = found(otherNames(in: form, alike: true) + otherTimes(in: form)) { return slip }
    }
    if let slip = found(altered(inFull)) { return slip }
    for form in all { if let slip = found(otherNames(in: form, alike: false)) { return slip } }
    if let slip = found(multiples) { return slip }
    for form in forms { if let slip = found(rounded(form)) { return slip } }
    if let near = nearness { return near }
    return found(otherLines) ?? Self.unknown
  }

  private static let unknown = Slip(
    kind: .unknown, words: [.words("does not follow from the numbers before it")])

  /// A way in which a number may come about.
  struct Way {
    let kind: Slip.Kind
    let value: Double
    let words: [Phrase]
  }

  private func found(_ ways: [Way]) -> Slip? {
    guard let way = ways.first(where: { agrees($0.value) }) else { return nil }
    return Slip(kind: way.kind, words: way.words)
  }

  private func agrees(_ value: Double) -> Bool {
    value.isFinite && value != wanted
      && number.agreement(with: value, atLeast: max(asked, sheet.decimals(of: value))) != nil
  }

  func value(of formula: Formula, _ atoms: [Formula: Int]) -> Double {
    sheet.value(of: formula, at: place, atoms: atoms) { carried[$0] }
  }

  // MARK: Ways

  /// What may have been done to the right number.
  private var wholeNumber: [Way] {
    let ways = [Way(kind: .sign, value: -wanted, words: [.words("is right but for its sign")])]
    let decimals = number.decimals ?? 0
    for count in (0..<max(decimals, 0)).reversed() {
      for shortening in [DecimalDigits.Shortening.rounded, .cutOff] {
        let short = wanted.shortened(toDecimals: count, shortening)
        guard short != 0, number.value == short else { continue }
        let way = shortening == .rounded ? "rounded to" : "cut off after"
        let words = "is right, but \(way) \(count) decimal\(count == 1 ? "" : "s") and written with more"
        return [Way(kind: .roundedEarly, value: short, words: [.words(words)])] + ways
      }
    }
    return ways
  }

  /// With the sum of rows in the place of their mean, or the mean in the place of the sum; be it that the number is made of rows, or that
  /// a derivative is which it follows from.
  private var overRows: [Way] {
    func way(_ rows: MarkingSheet.Rows, _ value: (_ factor: Double) -> Double, _ words: [Phrase]) -> Way {
      let count = Double(rows.count)
      return rows.isMean
        ? Way(
          kind: .sumForMean, value: value(count),
          words: words + [.words("the sum of the rows, not their mean")])
        : Way(
          kind: .meanForSum, value: value(1 / count),
          words: words + [.words("the mean of the rows, not their sum")])
    }
    var ways = slot.rows.map { [way($0, { $0 * wanted }, [.words("is")])] } ?? []
    guard let formula = slot.formula else { return ways }
    for atom in formula.atoms {
      guard let inner = slot.atoms[atom], let rows = sheet.slots[inner].rows else { continue }
      let made = { (factor: Double) in
        sheet.value(of: formula, at: place, atoms: slot.atoms) {
          $0 == inner ? factor * carried[$0] : carried[$0]
        }
      }
      ways.append(way(rows, made, [.words("is what comes out with")]))
    }
    return ways
  }

  private var multiples: [Way] {
    [
      Way(kind: .multiple, value: 2 * wanted, words: [.words("is twice what it should be")]),
      Way(kind: .multiple, value: wanted / 2, words: [.words("is half of what it should be")]),
    ]
  }

  /// With a part of the formula left out, or the sign of one turned.
  private func altered(_ whole: Whole) -> [Way] {
    guard whole.formula.size <= Self.maxParts else { return [] }
    let alterations = Alterations(of: whole.formula)
    let leftOut = alterations.leftOut.map { alteration in
      Way(
        kind: alteration.kind, value: value(of: alteration.formula, whole.atoms),
        words: alteration.isSumForMean
          ? [.words("is what comes out with the sum, not the mean:")] + alteration.words
          : [.words("is what comes out")] + alteration.words)
    }
    let signs = alterations.signs.map { alteration in
      Way(
        kind: .signOfPart, value: value(of: alteration.formula, whole.atoms),
        words: [.words("is what comes out")] + alteration.words)
    }
    return leftOut + signs
  }

  /// With the numbers that go into it shortened to fewer decimals.
  private func rounded(_ whole: Whole) -> [Way] {
    guard whole.formula.size <= Self.maxParts else { return [] }
    var ways: [Way] = []
    for count in [asked, asked + 1] + (1..<max(asked, 1)).reversed() where count > 0 {
      for shortening in [DecimalDigits.Shortening.rounded, .cutOff] {
        let value = whole.formula.value(
          of: { name in
            sheet.slot(of: name, before: place).map {
              carried[$0].shortened(toDecimals: count, shortening)
            } ?? .nan
          },
          atoms: { whole.atoms[$0].map { carried[$0].shortened(toDecimals: count, shortening) } ?? .nan }
        ).value
        let way = shortening == .rounded ? "rounded to" : "cut off after"
        let words =
          "is what comes out with the numbers on the way \(way) \(count) decimal\(count == 1 ? "" : "s"): keep more digits"
        ways.append(Way(kind: .roundedEarly, value: value, words: [.words(words)]))
      }
    }
    return ways
  }

  /// That it is near: within a few units of its last digit, or one in a hundred.
  private var nearness: Slip? {
    let distance = abs(number.value - wanted)
    let isNear = distance <= min(3.01 * number.unit, abs(wanted) / 3) || distance <= abs(wanted) / 100
    guard isNear else { return nil }
    return Slip(kind: .near, words: [.words("is near, but not it: keep more digits on the way")])
  }

  private var otherLines: [Way] {
    sheet.lines.compactMap { line in
      guard line.slot != place else { return nil }
      return Way(
        kind: .otherLine, value: carried[line.slot],
        words: [.words("is the number of"), .formula(line.subject)])
    }
  }

  // MARK: Formulas in full

  /// The formula with its function written out, `1/(1 + e^(−x))` for `σ(x)`.
  private func writtenOut(_ whole: Whole) -> Whole {
    guard case .call(let function, let arguments) = whole.formula,
      let expansion = function.expansion(of: arguments)
    else { return whole }
    return Whole(formula: expansion, atoms: whole.atoms)
  }

  /// The formula with what was not handed in written out: names by their formulas, and derivatives along their chains, and with
  /// `intoLinks` the links, too.
  private func expanded(_ whole: Whole, intoLinks: Bool) -> Whole {
    var whole = whole
    // Each round goes one level deeper.
    for _ in 0..<Self.maxParts {
      var atoms: [Formula: Int] = [:]
      var isDeeper = false
      let formula = whole.formula.replacingLeaves { leaf -> Formula? in
        guard let inner = slot(of: leaf, whole.atoms) else { return nil }
        let slot = sheet.slots[inner]
        guard let formula = slot.formula, mayOpen(slot, inner, intoLinks: intoLinks) else {
          if leaf.isAtom { atoms[leaf] = inner }
          return nil
        }
        isDeeper = true
        atoms.merge(slot.atoms) { first, _ in first }
        return formula
      }
      guard isDeeper, formula.size <= Self.maxParts else { return whole }
      whole = Whole(formula: formula, atoms: atoms)
    }
    return whole
  }

  private func slot(of leaf: Formula, _ atoms: [Formula: Int]) -> Int? {
    if case .name(let name) = leaf { return sheet.slot(of: name, before: place) }
    return leaf.isAtom ? atoms[leaf] : nil
  }

  private func mayOpen(_ slot: MarkingSheet.Slot, _ inner: Int, intoLinks: Bool) -> Bool {
    switch slot.kind {
    case .derivative: break
    case .link: guard intoLinks else { return false }
    case .value, .step: guard handed[inner] == nil else { return false }
    case .given, .rows, .opaque: return false
    }
    // Names must mean there what they mean here.
    return slot.formula?.names.allSatisfy {
      sheet.slot(of: $0, before: inner) == sheet.slot(of: $0, before: place)
    } ?? false
  }
}

extension Formula {
  fileprivate var isAtom: Bool {
    switch self {
    case .derivative, .local, .overRows: true
    default: false
    }
  }
}

extension Alteration {
  /// What kind of slip it is, by what is said of it.
  fileprivate var kind: Slip.Kind {
    guard case .words(let first)? = words.first else { return .unknown }
    if isSumForMean { return .sumForMean }
    return first.hasPrefix("without the factor") || first.hasPrefix("without dividing")
      ? .factorLeftOut : first.hasPrefix("without the term") ? .termLeftOut : .functionLeftOut
  }
}

import Algebra
import PrintedNumbers
import Transcript

/// Looks for what has led to a number that is wrong where it stands, all numbers before it being as they were handed in.
///
/// What is said is true as it is worded: the number is, by the number rule, what comes out where that is done. The plain comes
/// before the subtle.
struct SlipSearch {
  private let number: HandedNumber
  private let place: Int
  private let sheet: MarkingSheet
  private let handed: [Int: HandedNumber]
  private let carried: [Double]
  private let slot: MarkingSheet.Slot
  private let wanted: Double
  private let asked: Int

  /// A formula with the slots of the derivatives in it.
  private struct Whole {
    var formula: Formula
    var atoms: [Formula: Int]
  }

  /// Longer formulas are not looked through.
  private static let maxParts = 200
  /// So many names are tried in the place of one.
  private static let maxNames = 60

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
  private struct Way {
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

  private func value(of formula: Formula, _ atoms: [Formula: Int]) -> Double {
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

  /// With another name in the place of one: one that is called alike, as w7 and w5 are, or any other given number.
  private func otherNames(in whole: Whole, alike: Bool) -> [Way] {
    guard whole.formula.size <= Self.maxParts else { return [] }
    let transposed = whole.formula.replacingNames { name in
      name.transposed.flatMap { sheet.slot(of: $0, before: place) == nil ? nil : .name($0) }
    }
    var ways: [Way] = []
    if transposed != whole.formula {
      ways.append(
        Way(
          kind: .transposed, value: value(of: transposed, whole.atoms),
          words: [.words("is what comes out with the indices the other way round")]))
    }
    for name in whole.formula.names {
      for other in others(than: name) where (other.letters == name.letters) == alike {
        let replaced = whole.formula.replacingNames { $0 == name ? .name(other) : nil }
        ways.append(
          Way(
            kind: .otherName, value: value(of: replaced, whole.atoms),
            words: [
              .words("is what comes out with"), .formula(.name(other)), .words("in place of"),
              .formula(.name(name)),
            ]))
      }
    }
    for atom in whole.formula.atoms where (whole.atoms[atom].map { sheet.slots[$0].kind } == .link) != alike {
      for (other, otherPlace) in otherAtoms(than: atom) {
        var atoms = whole.atoms
        atoms[atom] = otherPlace
        ways.append(
          Way(
            kind: .otherName, value: value(of: whole.formula, atoms),
            words: [
              .words("is what comes out with"), .formula(other), .words("in place of"), .formula(atom),
            ]))
      }
    }
    return ways
  }

  /// The names of the same kind that are known there.
  private func others(than name: Name) -> [Name] {
    guard let own = sheet.slot(of: name, before: place) else { return [] }
    let letters = name.letters
    let known = sheet.slots[..<place].indices.reversed().compactMap { index -> Name? in
      guard case .name(let other) = sheet.slots[index].subject, other != name,
        sheet.slot(of: other, before: place) == index
      else { return nil }
      let isAlike =
        other.letters == letters
        || sheet.slots[index].kind == .given
          && sheet.slots[own].kind == .given
      return isAlike ? other : nil
    }.reversed()
    // Those that are called alike are the likelier ones.
    let alike = known.filter { $0.letters == letters }
    return Array((alike + known.filter { $0.letters != letters }).prefix(Self.maxNames))
  }

  /// Derivatives of the same value by others, or of others by the same.
  private func otherAtoms(than atom: Formula) -> [(Formula, Int)] {
    guard case .derivative(let output, let input) = atom else { return [] }
    var found: [(Formula, Int)] = []
    for index in sheet.slots[..<place].indices.reversed() {
      guard case .derivative(let otherOutput, let otherInput) = sheet.slots[index].subject,
        otherOutput == output && otherInput.letters == input.letters || otherInput == input,
        sheet.slots[index].subject != atom
      else { continue }
      found.append((sheet.slots[index].subject, index))
      if found.count == Self.maxNames { break }
    }
    return found.reversed()
  }

  /// With a name as it is later, or as it was before.
  private func otherTimes(in whole: Whole) -> [Way] {
    let names = whole.formula.names
    var ways: [Way] = []
    let later = names.filter { laterPlace(of: $0) != nil }
    for changed in [later] + (later.count > 1 ? later.map { [$0] } : []) where !changed.isEmpty {
      let number = whole.formula.value(
        of: { name in
          if changed.contains(name), let later = laterPlace(of: name) { return lateValue(later) }
          return sheet.slot(of: name, before: place).map { carried[$0] } ?? .nan
        }, atoms: { whole.atoms[$0].map { carried[$0] } ?? .nan }
      ).value
      ways.append(
        Way(
          kind: .updatedEarly, value: number,
          words: [.words("is what comes out with")] + changed.phrases + [.words("already updated")]))
    }
    let earlier = names.filter { earlierPlace(of: $0) != nil }
    for changed in [earlier] + (earlier.count > 1 ? earlier.map { [$0] } : []) where !changed.isEmpty {
      let number = whole.formula.value(
        of: { name in
          let own = sheet.slot(of: name, before: place)
          return (changed.contains(name) ? earlierPlace(of: name) : own).map { carried[$0] } ?? .nan
        }, atoms: { whole.atoms[$0].map { carried[$0] } ?? .nan }
      ).value
      ways.append(
        Way(
          kind: .notUpdated, value: number,
          words: [.words("is what comes out with")] + changed.phrases + [.words("not yet updated")]))
    }
    return ways
  }

  private func laterPlace(of name: Name) -> Int? {
    sheet.versions[name]?.first { $0 > place && sheet.slots[$0].kind == .step }
  }

  private func earlierPlace(of name: Name) -> Int? {
    sheet.versions[name]?.filter { $0 < place }.dropLast().last
  }

  /// The number of a slot that comes later: the one that was handed in, or the lesson's.
  private func lateValue(_ place: Int) -> Double { handed[place]?.value ?? sheet.slots[place].truth }

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

extension Name {
  /// The letters with which it begins: `w` of `w5`, `out_h` of `out_h1`, `W` of `W[1,2]`.
  fileprivate var letters: Substring { text.prefix { !$0.isNumber && $0 != "[" } }

  /// The element whose two indices are the other way round.
  fileprivate var transposed: Name? {
    guard text.last == "]", let bracket = text.firstIndex(of: "[") else { return nil }
    let indices = text[text.index(after: bracket)...].dropLast().split(separator: ",").compactMap { Int($0) }
    guard indices.count == 2, indices[0] != indices[1] else { return nil }
    return Name(String(text[..<bracket]), [indices[1], indices[0]])
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

extension [Name] {
  /// `w1, w2, w3 and 5 more`
  fileprivate var phrases: [Phrase] {
    let told = prefix(count > 4 ? 3 : 4).enumerated().flatMap { index, name -> [Phrase] in
      index == 0 ? [.formula(.name(name))] : [.words(","), .formula(.name(name))]
    }
    return count > 4 ? told + [.words("and \(count - 3) more")] : told
  }
}

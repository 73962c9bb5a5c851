/// The numbers that a page has shown so far.
struct KnownNumbers {
  /// The digits behind the point that the page shows.
  let decimals: Int
  private var shown: [String: Numeral] = [:]
  /// How many elements of a family the page has left out.
  private var hidden: [String: Int] = [:]
  /// The derivatives that were shown before all formulas were worked out again.
  private var outdated: Set<String> = []

  /// The names whose numbers have changed without the page showing them.
  private var forgotten: Set<String> = []

  init(decimals: Int) { self.decimals = decimals }

  /// The numbers of some names.
  init(_ numbers: [String: Numeral], decimals: Int) {
    self.decimals = decimals
    shown = numbers
  }

  /// The number that was last shown for `name`, an element that is looked up included.
  subscript(name: String) -> Numeral? {
    get {
      let element = resolved(name)
      return forgotten.contains(element) ? nil : shown[element]
    }
    set {
      shown[name] = newValue
      forgotten.remove(name)
      outdated.remove(name)
    }
  }

  /// Notes that all formulas have been worked out again: the page shows the values that changed, but no derivatives.
  mutating func workOutAgain() { outdated.formUnion(shown.keys.filter { $0.hasPrefix("∂") }) }

  /// Whether the page's numbers for the names in `expression` still hold.
  func areCurrent(in expression: Expression) -> Bool {
    !expression.leaves.contains { if case .name(let name) = $0 { outdated.contains(name) } else { false } }
  }

  /// Notes that the numbers of the names that are `wanted` change, and are not shown.
  mutating func forget(_ isMeant: (String) -> Bool) { forgotten.formUnion(shown.keys.filter(isMeant)) }

  /// Notes that they have the numbers that the page shows.
  mutating func remember(_ isMeant: (String) -> Bool) { forgotten = forgotten.filter { !isMeant($0) } }

  /// Notes that the page leaves `count` elements of `family` out.
  mutating func leaveOut(_ count: Int, of family: String) { hidden[family, default: 0] += count }

  /// Takes `number` for that of an element that the page has left out, or of a name whose number it has not shown since it
  /// changed; whether `name` can be one.
  mutating func reveal(_ name: String, _ number: Numeral) -> Bool {
    if forgotten.contains(name) {
      self[name] = number
      return true
    }
    guard let kin = hiddenKin(of: name) else { return false }
    hidden[kin, default: 0] -= 1
    shown[name] = number
    return true
  }

  /// Whether the page says that it leaves out what `expression` is made of.
  func leavesOut(partOf expression: Expression) -> Bool {
    expression.leaves.contains { leaf in
      switch leaf {
      case .rest: true
      case .name(let name): self[name] == nil && hiddenKin(of: resolved(name)) != nil
      case .number: false
      }
    }
  }

  /// As which kind of names the page may have left `name` out.
  private func hiddenKin(of name: String) -> String? {
    [Self.family(of: name), Self.kin(of: name)].compactMap(\.self).first { hidden[$0, default: 0] > 0 }
  }

  /// What a name has in common with those that differ in indices and numbers only: `∂L/∂h[0]`, `w0`.
  static func kin(of name: String) -> String {
    name.replacing(indexList, with: "[0]").replacing(digits, with: "0")
  }

  private static let indexList = /\[[^\]]*\]/
  private static let digits = /\d+/

  /// Whether the page has shown an element of `family`.
  func hasElement(of family: String) -> Bool { shown.keys.contains { Self.family(of: $0) == family } }

  /// The family of the element called `name`.
  static func family(of name: String) -> String? {
    name.hasSuffix("]") && !name.hasPrefix("∂") ? String(name.prefix { $0 != "[" }) : nil
  }

  /// The name with numbers for its indices: `p[2]` for `p[class]`.
  func resolved(_ name: String) -> String {
    guard let family = Self.family(of: name) else { return name }
    let indices = Self.indices(of: name).map { index in
      guard Numeral(index) == nil, let value = (try? Expression(index))?.value({ self[$0]?.value }),
        let whole = Int(exactly: value)
      else { return index }
      return String(whole)
    }
    return "\(family)[\(indices.joined(separator: ","))]"
  }

  private static func indices(of name: String) -> [String] {
    var indices = [""]
    var depth = 0
    for character in name.drop(while: { $0 != "[" }).dropFirst().dropLast() {
      depth += "[(".contains(character) ? 1 : "])".contains(character) ? -1 : 0
      if character == ",", depth == 0 {
        indices.append("")
      } else {
        indices[indices.count - 1].append(character)
      }
    }
    return indices
  }

  // MARK: Nearness

  /// What `expression` comes to with the numbers on the page, and how far off that may be, as these are shortened; `nil`
  /// where one of them is not on the page.
  func value(of expression: Expression) -> Estimate? {
    guard let value = expression.value({ self[$0]?.value }) else { return nil }
    var slack = 0.0
    for case .name(let name) in Set(expression.leaves) {
      guard let number = self[name] else { continue }
      let changes = [uncertainty(number), -uncertainty(number)].compactMap { change in
        expression.value { $0 == name ? number.value + change : self[$0]?.value }.map { abs($0 - value) }
      }
      slack += changes.max() ?? 0
    }
    return Estimate(value: value, slack: slack)
  }

  /// Whether two numbers on the page can be one number, shortened twice.
  func areSame(_ one: Numeral, _ other: Numeral) -> Bool {
    Numeral.areNear(one.value, other.value, within: max(uncertainty(one), uncertainty(other)))
      || one.agrees(with: other.value) || other.agrees(with: one.value)
  }

  /// Whether `number` can be what was estimated.
  func isNear(_ number: Numeral, _ estimate: Estimate) -> Bool {
    let slack = estimate.slack + uncertainty(number)
    return Numeral.areNear(number.value, estimate.value, within: slack) || number.agrees(with: estimate.value)
  }

  /// How far the number behind the digits may be from them.
  func uncertainty(_ number: Numeral) -> Double { number.uncertainty(atDecimals: decimals) }
}

/// A value that was worked out from shortened numbers.
struct Estimate {
  let value: Double
  /// How far off it may be.
  let slack: Double
}

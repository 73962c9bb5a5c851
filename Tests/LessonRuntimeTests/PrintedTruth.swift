import Algebra
import Transcript

/// What of a transcript is not true as printed: every link of a chain is worked out again from the digits that it shows.
///
/// The rule is written here once more, in terms of distances: the number shown is the rounded or the cut-off one when the
/// other is less than one unit of its last digit away, on the right side.
struct PrintedTruth {
  /// The chains that are not true, as text.
  private(set) var lies: [String] = []
  /// How many links were worked out.
  private(set) var linkCount = 0
  /// How many of them are printed with `≈`.
  private(set) var approximateCount = 0

  init(of transcript: Transcript) {
    for case .step(let step) in transcript.parts {
      for line in step.lines {
        if case .chain(let chain) = line.content { read(chain) }
      }
    }
  }

  private mutating func read(_ chain: Chain) {
    guard case .result(let result, _)? = chain.links.last?.content else { return }
    for (index, link) in chain.links.enumerated().dropLast() {
      guard let evaluation = link.content.evaluation else { continue }
      linkCount += 1
      if case .approximates = chain.links[index + 1].relation {
        approximateCount += 1
      } else if !PrintedTruth.shows(
        result.text ?? "", evaluation.value, largest: evaluation.largest)
      {
        lies.append(chain.text)
      }
    }
  }

  /// Whether `digits` are what is shown of `value`, which binary arithmetic with numbers up to `largest` has given.
  static func shows(_ digits: String, _ value: Double, largest: Double) -> Bool {
    guard let shown = Double(digits), value.isFinite else { return false }
    let parts = digits.lowercased().split(separator: "e")
    let point = parts[0].split(separator: ".")
    if parts.count == 1 && point.count == 1 { return abs(value - shown) <= 1e-9 * max(1, abs(shown)) }
    var unit = 1.0
    for _ in 0..<(point.count > 1 ? point[1].count : 0) { unit /= 10 }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    for _ in 0..<abs(exponent) { unit = exponent > 0 ? unit * 10 : unit / 10 }
    let noise = 4e-16 * largest
    // Fourteen significant digits are compared.
    var quantum = 1.0
    while abs(value) / quantum >= 1e14 { quantum *= 10 }
    while value != 0 && abs(value) / quantum < 1e13 { quantum /= 10 }
    let distance = (abs(value) / quantum).rounded() * quantum - abs(shown)
    if shown != 0 && (value < 0) != (shown < 0) { return abs(value - shown) <= noise }
    return abs(distance) <= unit / 2 + noise || (shown != 0 && distance >= -noise && distance < unit - noise)
  }
}

extension Chain.Content {
  /// What a link of numbers gives.
  fileprivate var evaluation: Evaluation? {
    switch self {
    case .names, .result: nil
    case .numbers(let formula): formula.value(of: { _ in .nan }, derivatives: { _ in .nan })
    case .factors(let factors):
      Formula.product(of: factors.map { .init(.times, $0) })
        .value(of: { _ in .nan }, derivatives: { _ in .nan })
    }
  }
}

extension Chain {
  /// The chain on one line.
  fileprivate var text: String {
    links.reduce(subject?.text(.calc) ?? "") { text, link in
      let content: String =
        switch link.content {
        case .names(let formula), .numbers(let formula): formula.text(.calc)
        case .factors(let factors): factors.map { $0.text(.calc) }.joined(separator: " · ")
        case .result(let number, _): number.text ?? "no digits"
        }
      return "\(text) \(link.relation) \(content)"
    }
  }
}

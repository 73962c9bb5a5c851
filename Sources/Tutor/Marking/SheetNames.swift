import Algebra
import Diagnostics

/// Finds the lines of a sheet by names as people write them.
///
/// In this order: a line's name as the lesson has it; the same with other signs (`dE/dw5`, `dE_dw5`, `grad_w5`, `w5_new`), capitals
/// and separators left aside; the same words shortened or written out, in any order (`output_h1`, `h1_out`), where that fits one line
/// only.
public struct SheetNames: Sendable {
  private let sheet: MarkingSheet
  /// The lines, by what they may be called.
  private var known: [String: Int] = [:]
  /// What could be called so in more than one way.
  private var doubtful: Set<String> = []
  /// The numbers that a name has one after the other, by the name without its count.
  private var series: [String: [Int]] = [:]
  /// The words of each line's name, for names that are near.
  private let words: [(line: Int, words: [String])]

  /// The names of a sheet.
  public init(_ sheet: MarkingSheet) {
    self.sheet = sheet
    words = sheet.lines.indices.filter { !sheet.lines[$0].label.hasSuffix(")") }.map { index in
      (index, sheet.lines[index].label.words)
    }
    // What is written exactly as in the lesson comes before all else.
    for (index, line) in sheet.lines.enumerated() {
      series[Self.plain(line.subject), default: []].append(index)
    }
    for (index, line) in sheet.lines.enumerated() { known[line.label] = index }
    var loose: [String: Int] = [:]
    for (index, line) in sheet.lines.enumerated() {
      for name in names(of: line, at: index) {
        let key = name.key
        if let other = loose[key], other != index, sheet.lines[other].label != line.label {
          doubtful.insert(key)
        } else {
          loose[key] = index
        }
      }
    }
    for (key, index) in loose where known[key] == nil && !doubtful.contains(key) { known[key] = index }
  }

  /// All that a line may be called, beside what is near.
  private func names(of line: MarkingSheet.Line, at index: Int) -> [String] {
    let plain = Self.plain(line.subject)
    let all = series[plain] ?? [index]
    let place = (all.firstIndex(of: index) ?? 0) + 1
    var bases = [plain]
    if case .derivative(let output, let input) = line.subject {
      let (e, x) = (output.text(.calc), input.text)
      bases = ["d\(e)/d\(x)", "d\(e)_d\(x)", "d\(e)d\(x)", "d(\(e))/d(\(x))"]
      if output == sheet.cost.map({ .name($0) }) {
        bases += ["grad_\(x)", "gradient_\(x)", "\(x)_grad", "\(x).grad", "slope_\(x)", "d\(x)", "g_\(x)"]
        for short in ["E", "L", "J", "C", "loss", "cost"] {
          bases += ["d\(short)/d\(x)", "d\(short)_d\(x)", "d\(short)d\(x)"]
        }
      }
    }
    if place == 1 { return bases }
    let isLast = place == all.count
    return bases.flatMap { base in
      [
        "\(base)(\(place))", "\(base)#\(place)", "\(base)_(\(place))",
        base + String(repeating: "'", count: place - 1),
      ]
        + (isLast ? ["\(base)_new", "new_\(base)", "\(base)_after", "\(base)+"] : [])
    }
  }

  private static func plain(_ subject: Formula) -> String { subject.text(.calc) }

  // MARK: Finding

  /// What a name stands for.
  public enum Match: Sendable, Hashable {
    /// One line.
    case line(Int)
    /// The numbers that a name has one after the other: which of them is meant, the number tells, or the order in the file.
    case series([Int])
    /// None; the nearest line's name, where one is near.
    case none(nearest: String?)
  }

  /// What `name` stands for.
  public func match(_ name: String) -> Match {
    guard name.utf8.count <= 200 else { return .none(nearest: nil) }
    if let line = known[name] ?? known[name.key] {
      let all = series[Self.plain(sheet.lines[line].subject)] ?? [line]
      return all.count > 1 && all.first == line && !name.hasSuffix(")") ? .series(all) : .line(line)
    }
    if let line = nearWords(name) { return .line(line) }
    return .none(nearest: nearest(to: name, among: sheet.lines.map(\.label)))
  }

  /// The only line whose words are those of `name`, shortened or written out.
  private func nearWords(_ name: String) -> Int? {
    let own = name.words
    guard !own.isEmpty else { return nil }
    let fitting = words.filter { own.matches($0.words) }
    return fitting.count == 1 ? fitting[0].line : nil
  }
}

extension String {
  /// The name without what people write in different ways: capitals, blanks, separators, and the sign of a derivative.
  fileprivate var key: String {
    var key = ""
    for character in lowercased() {
      switch character {
      case " ", "_", "-", "/", "\\", "{", "}", "\"", "`", "$", "\u{A0}": continue
      case "∂", "δ": key += "d"
      case "′", "’": key += "'"
      case "η": key += "eta"
      default: key.append(character)
      }
    }
    return key
  }

  /// Its words and numbers: `out`, `h`, `1` of `out_h1`.
  fileprivate var words: [String] {
    var words: [String] = []
    var isOpen = false
    for character in self.lowercased() {
      guard character.isLetter || character.isNumber || character == "∂" else {
        isOpen = false
        continue
      }
      if isOpen, let last = words.last?.last, last.isNumber == character.isNumber {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      isOpen = true
    }
    return words
  }
}

extension [String] {
  /// Whether each word is one of `others`, or its beginning, or the other way round; short ones and numbers must be the same.
  fileprivate func matches(_ others: [String]) -> Bool {
    guard count == others.count else { return false }
    var rest = others
    for word in self {
      guard
        let place = rest.firstIndex(where: { other in
          word == other
            || Swift.min(word.count, other.count) >= 3 && (word.hasPrefix(other) || other.hasPrefix(word))
        })
      else { return false }
      rest.remove(at: place)
    }
    return true
  }
}

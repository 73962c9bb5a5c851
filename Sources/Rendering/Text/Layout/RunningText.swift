/// Running text of which each stretch has a role.
struct RunningText {
  /// A stretch of one role.
  struct Run {
    var text: String
    var role: Role
  }

  private(set) var runs: [Run] = []

  /// A text of one role.
  init(_ text: String = "", _ role: Role = .plain) { append(text, role) }

  /// Several texts, one behind the other.
  init(_ texts: [RunningText]) { runs = texts.flatMap(\.runs) }

  /// Puts text at the end.
  mutating func append(_ text: String, _ role: Role = .plain) {
    if !text.isEmpty { runs.append(Run(text: text, role: role)) }
  }

  /// The characters alone.
  var text: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// The text with every stretch of it put through `transform`.
  func map(_ transform: (String) -> String) -> RunningText {
    var text = RunningText()
    for run in runs { text.append(transform(run.text), run.role) }
    return text
  }

  /// The text in one role, but for stretches that have one of their own.
  func inRole(_ role: Role) -> RunningText {
    var text = RunningText()
    for run in runs { text.append(run.text, run.role == .plain ? role : run.role) }
    return text
  }

  /// What `lines` is when each stretch has its role: they hold the text's characters in order, in which only spaces may
  /// have been put in or left out.
  ///
  /// A space has the role of what stands on both sides of it.
  func lines(_ lines: [String]) -> [TextLine] {
    guard runs.contains(where: { $0.role != .plain }) else { return lines.map { TextLine($0) } }
    var roles = runs.lazy.flatMap { run in
      run.text.unicodeScalars.lazy.filter { !$0.isBetweenWords }.map { _ in run.role }
    }.makeIterator()
    return lines.map { line in
      var result = TextLine()
      var (piece, spaces) = ("", "")
      var role = Role.plain
      for scalar in line.unicodeScalars {
        if scalar.isBetweenWords {
          spaces.unicodeScalars.append(scalar)
          continue
        }
        var next = roles.next() ?? .plain
        // What is one character with the one before it, as an accent is, looks like that.
        if scalar.properties.isGraphemeExtend { next = role }
        if next == role {
          piece += spaces
        } else {
          result.append(piece, role)
          result.append(spaces)
          (piece, role) = ("", next)
        }
        spaces = ""
        piece.unicodeScalars.append(scalar)
      }
      result.append(piece, role)
      result.append(spaces)
      return result
    }
  }
}

extension Unicode.Scalar {
  /// Whether lines are filled by leaving it out or putting it in.
  fileprivate var isBetweenWords: Bool { self == " " || self == "\n" || Character(self) == codeSpace }
}

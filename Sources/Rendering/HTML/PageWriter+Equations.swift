internal import Algebra
internal import Transcript

extension PageWriter {
  /// The widest equation that a wide page shows on one line, and the widest subject that has the signs beside it, in columns.
  private static let shortEquation = 60
  private static let shortSubject = 16
  /// The columns that a subject and the widest piece of a right side have beside each other where the page is 320 px wide.
  private static let narrowEquation = 28

  /// A side of an equation.
  private struct Side {
    var html: String
    var width: Int
    /// The widest piece of it that is kept on one line.
    var widestPiece: Int

    /// What has been written.
    init(_ writer: MathMLWriter) {
      html = writer.html
      width = writer.width
      widestPiece = writer.widestPiece
    }
  }

  /// An equation: the signs stand under each other, and each right side with its sign is a beat.
  mutating func html(of equation: Equation, look: String, attributes: String) -> String {
    let subject = equation.subject.map { written($0) }
    let sources = sources(in: equation)
    let sides = equation.rightSides.enumerated().map { index, side in
      written(side.content, sources[index] ?? [:], isLast: index == equation.rightSides.count - 1, equation)
    }
    let width = (subject?.width ?? 0) + sides.reduce(0) { $0 + $1.width + 3 }
    var classes = "line equation" + look
    if equation.isShort, width <= Self.shortEquation { classes += " short" }
    let widestPiece = sides.map(\.widestPiece).max() ?? 0
    if let subject, subject.width > Self.shortSubject {
      classes += " wide"
    } else if let subject, subject.width + widestPiece > Self.narrowEquation {
      classes += " tight"
    }
    if subject == nil { classes += " bare" }
    var html = ""
    if let comment = equation.comment {
      html += "<span class=\"comment\"># \(comment.escapedForMarkup)</span>\n"
    }
    if let subject { html += "<span class=\"subject\">\(subject.html)</span>\n" }
    for (index, side) in sides.enumerated() {
      let isBare = subject == nil && index == 0
      let sign = Alphabet.unicode.sign(equation.rightSides[index].relation)
      let remark = index == sides.count - 1 ? self.html(of: equation.remark) : ""
      html +=
        "<span class=\"beat\">" + (isBare ? "" : "<span class=\"sign\">\(sign)</span> ")
        + "<span class=\"content\">\(side.html)\(remark)</span></span>\n"
    }
    return "<div class=\"\(classes)\"\(attributes)>\n\(html)</div>\n"
  }

  private func written(_ formula: Formula) -> Side {
    var writer = MathMLWriter(notation)
    writer.write(formula)
    return Side(writer)
  }

  private mutating func written(
    _ content: Equation.Content, _ sources: [Int: ShownValue], isLast: Bool, _ equation: Equation
  ) -> Side {
    var writer = MathMLWriter(notation, sources: sources)
    switch content {
    case .names(let formula): writer.write(formula)
    case .factors(let factors): writer.write(factors: factors)
    case .numbers(let formula):
      writer.write(formula)
      if isLast, case .number(let number) = formula, let subject = equation.subject, sources.isEmpty {
        var side = Side(writer)
        side.html = value(number, of: subject, side.html)
        return side
      }
    case .result(let number, let was):
      writer.write(.number(number))
      var side = Side(writer)
      if let subject = equation.subject { side.html = value(number, of: subject, side.html) }
      if let was {
        side.html += " (was \(math(.number(was))))"
        side.width += 12
      }
      return side
    }
    var side = Side(writer)
    side.html += links(to: writer.unlinked)
    return side
  }

  /// Links to values, by their names.
  private func links(to values: [ShownValue]) -> String {
    guard !values.isEmpty else { return "" }
    let links = values.map { "<a class=\"from\" href=\"#\($0.id)\">\($0.name.escapedForMarkup)</a>" }
    return " <span class=\"remark\">from \(links.joined(separator: ", "))</span>"
  }

  // MARK: Where numbers come from

  /// For each side of numbers, those of its numbers that are the values of names which were shown before: the names of the
  /// side before it, where both are built alike.
  private func sources(in equation: Equation) -> [Int: [Int: ShownValue]] {
    var sources: [Int: [Int: ShownValue]] = [:]
    var names: MathMLWriter?
    for (index, side) in equation.rightSides.enumerated() {
      var writer = MathMLWriter(notation)
      switch side.content {
      case .names(let formula):
        writer.write(formula)
        names = writer
        continue
      case .numbers(let formula): writer.write(formula)
      case .factors(let factors): writer.write(factors: factors)
      case .result: continue
      }
      // The names are put in place once; what follows is worked out from numbers.
      guard let source = names else { continue }
      names = nil
      sources[index] = self.sources(of: writer, in: source)
    }
    return sources
  }

  private func sources(of numbers: MathMLWriter, in names: MathMLWriter) -> [Int: ShownValue] {
    guard numbers.leaves.count == names.leaves.count, numbers.signs == names.signs else { return [:] }
    var sources: [Int: ShownValue] = [:]
    for (index, (leaf, name)) in zip(numbers.leaves, names.leaves).enumerated() {
      guard case .number(let number) = leaf else { return [:] }
      if case .number = name { continue }
      guard let source = shown[name.text(.calc)], source.number.isSameValue(as: number) else { continue }
      sources[index] = source
    }
    return sources
  }
}

extension Number {
  /// Whether both are the same value, however many digits of it are shown.
  fileprivate func isSameValue(as other: Number) -> Bool {
    abs(full - other.full) <= 1e-9 * max(abs(full), abs(other.full))
  }
}

internal import Algebra
internal import Transcript

/// A row of working: what stands before the sign, under which others have theirs, and what stands behind it.
struct TeXRow {
  /// The left side, on the first row of an equation.
  var subject = TeXText()
  /// The sign, and what stands behind it.
  var content: TeXText

  /// About how wide the row is.
  var width: Double { subject.width + content.width }
}

/// Sets formulas in rows that are no wider than `limit` em.
struct TeXSetting {
  let dialect: TeXDialect
  let notation: Notation
  /// The width of a row.
  let limit: Double

  /// How far the further rows of a formula stand to the right.
  private static let hanging = TeXText("\\quad ", width: 1)
  /// The least that is left for a right side.
  private static let narrowest = 0.45

  /// The setting with less room.
  func inset(by em: Double) -> TeXSetting {
    TeXSetting(dialect: dialect, notation: notation, limit: max(limit - em, limit / 2))
  }

  /// The formula for text.
  func inline(_ formula: Formula) -> TeXText { broken(fragments(formula, .inline)) }

  /// The condition for text.
  func inline(_ condition: Condition) -> TeXText {
    broken(dialect.fragments(condition, notation, .inline, limit: limit / 2))
  }

  /// The number for text or rows.
  func number(_ number: Number) -> TeXText { inline(.number(number)) }

  /// The sign between two sides.
  func sign(_ relation: Relation) -> TeXText {
    switch relation {
    case .equals: TeXText("= ", width: 1.4)
    case .approximates: TeXText("\\approx ", width: 1.4)
    case .becomes: TeXText("\\leftarrow ", width: 1.6)
    }
  }

  /// An equation in rows, signs under each other.
  func rows(of equation: Equation) -> [TeXRow] {
    let sides = equation.rightSides.map { (sign: sign($0.relation), fragments: fragments(of: $0.content)) }
    guard let subject = equation.subject.map({ fragments($0, .display) }) else {
      return rowsWithoutSubject(sides)
    }
    let left = subject.joined
    let widths = sides.map { $0.sign.width + $0.fragments.joined.width }
    if equation.isShort {
      if left.width + widths.reduce(0, +) <= limit {
        return [TeXRow(subject: left, content: line(sides[...]))]
      }
      let areFirstNames = if case .names? = equation.rightSides.first?.content { true } else { false }
      if areFirstNames, sides.count > 1, left.width + max(widths[0], widths.dropFirst().reduce(0, +)) <= limit
      {
        return [TeXRow(subject: left, content: line(sides[..<1])), TeXRow(content: line(sides[1...]))]
      }
    }
    if left.width <= limit * (1 - Self.narrowest) {
      let rows = self.inset(by: left.width).rows(of: sides)
      return rows.enumerated().map { TeXRow(subject: $0 == 0 ? left : TeXText(), content: $1) }
    }
    return filled(subject, limit: limit).map { TeXRow(content: $0) }
      + inset(by: Self.hanging.width).rows(of: sides).map { TeXRow(content: Self.hanging + $0) }
  }

  private func rowsWithoutSubject(_ sides: [(sign: TeXText, fragments: [TeXText])]) -> [TeXRow] {
    guard let first = sides.first else { return [] }
    let rest = sides.dropFirst().map { $0.sign + $0.fragments.joined }.joined
    if first.fragments.joined.width + rest.width <= limit {
      return [TeXRow(content: first.fragments.joined + rest)]
    }
    return filled(first.fragments, limit: limit).map { TeXRow(content: $0) }
      + inset(by: Self.hanging.width).rows(of: Array(sides.dropFirst())).map {
        TeXRow(content: Self.hanging + $0)
      }
  }

  /// Names and their numbers side by side, as many as there is room for.
  func rows(of items: [NamedNumber]) -> [TeXRow] {
    let gap = TeXText("\\qquad ", width: 2)
    var rows: [TeXText] = []
    for item in items {
      let pieces = fragments(item.subject, .inline) + [sign(item.relation) + number(item.number)]
      let whole = pieces.joined
      if let last = rows.last, last.width + gap.width + whole.width <= limit {
        rows[rows.count - 1] = last + gap + whole
      } else {
        rows += filled(pieces, limit: limit)
      }
    }
    return rows.map { TeXRow(content: $0) }
  }

  /// The stops of a path, from the output back.
  func rows(ofPath number: Int?, _ stops: [Formula]) -> [TeXRow] {
    let head = TeXText((number.map { "\($0)" } ?? "\\ldots") + "\\quad ", width: 2)
    var pieces: [TeXText] = []
    for (offset, stop) in stops.enumerated() {
      var fragments = fragments(stop, .inline)
      fragments[0] = (offset == 0 ? head : sign(.becomes)) + fragments[0]
      pieces += fragments
    }
    return filled(pieces.isEmpty ? [head] : pieces, limit: limit).map { TeXRow(content: $0) }
  }

  // MARK: Rows of sides

  private func rows(of sides: [(sign: TeXText, fragments: [TeXText])]) -> [TeXText] {
    sides.flatMap { side in
      let lines = filled(side.fragments, limit: limit - side.sign.width)
      return lines.enumerated().map { $0 == 0 ? side.sign + $1 : $1 }
    }
  }

  private func line(_ sides: ArraySlice<(sign: TeXText, fragments: [TeXText])>) -> TeXText {
    sides.map { $0.sign + $0.fragments.joined }.joined
  }

  /// The fragments in lines, the further ones hanging.
  func filled(_ fragments: [TeXText], limit: Double) -> [TeXText] {
    var lines: [TeXText] = []
    var line = TeXText()
    func place(_ piece: TeXText) {
      if line.text.isEmpty || line.width + piece.width <= limit {
        line += piece
      } else {
        lines.append(line)
        // An operator at the beginning of a line keeps the space behind it.
        line = Self.hanging + TeXText("{}") + piece
      }
    }
    for term in terms(of: fragments) {
      if term.joined.width + Self.hanging.width <= limit {
        place(term.joined)
      } else {
        for fragment in term { place(fragment) }
      }
    }
    return lines + [line]
  }

  /// The fragments in terms: a product is broken only where it is too wide for a line of its own.
  private func terms(of fragments: [TeXText]) -> [[TeXText]] {
    fragments.reduce(into: []) { terms, fragment in
      if !terms.isEmpty, fragment.text.hasPrefix(" \\cdot ") || fragment.text.hasPrefix("/") {
        terms[terms.count - 1].append(fragment)
      } else {
        terms.append([fragment])
      }
    }
  }

  // MARK: Fragments

  private func fragments(_ formula: Formula, _ style: TeXFormulaWriter.Style) -> [TeXText] {
    dialect.fragments(formula, notation, style, limit: limit / 2 - Self.hanging.width)
  }

  private func fragments(of content: Equation.Content) -> [TeXText] {
    switch content {
    case .names(let formula), .numbers(let formula): return fragments(formula, .display)
    case .factors(let factors):
      return factors.enumerated().flatMap { index, factor -> [TeXText] in
        var pieces = fragments(factor, .display)
        if factor.needsParentheses(at: .factor(isFirst: index == 0), in: notation), !pieces.isEmpty {
          pieces[0] = TeXText("(", width: 0.4) + pieces[0]
          pieces[pieces.count - 1] += TeXText(")", width: 0.4)
        }
        if index > 0 { pieces[0] = TeXText(" \\cdot ", width: 0.75) + pieces[0] }
        return pieces
      }
    case .result(let number, let was):
      let before = was.map {
        TeXText("\\quad\\text{(was }\\mathopen{}", width: 4) + self.number($0)
          + TeXText("\\text{)}", width: 0.4)
      }
      return [self.number(number) + (before ?? TeXText())]
    }
  }

  /// Fragments for text, where TeX breaks lines at operators by itself.
  private func broken(_ fragments: [TeXText]) -> TeXText {
    guard dialect == .latex else { return fragments.joined }
    return fragments.enumerated().map { offset, fragment in
      offset == 0 || fragment.text.hasPrefix(" ") ? fragment : TeXText("\\allowbreak ") + fragment
    }.joined
  }
}

public import Algebra
public import Prose

extension Transcript {
  /// The transcript as a sheet to be filled: of the working of each statement so much is left open, and what is given stays.
  ///
  /// Questions are left out, since their answers stand at the end of a page.
  ///
  /// - Parameters:
  ///   - amount: how much is left open.
  ///   - task: what is to be done, below the first heading.
  public func sheet(_ amount: Blanks.Amount, task: [ProseSpan<Number>]) -> Transcript {
    let blanks = Blanks(amount, known: givenNumbers, givenNames: givenNames)
    var sheet = self
    sheet.parts = parts.compactMap { part in
      switch part {
      case .prose: part
      case .step(let step): step.isOfData ? part : .step(step.blanked(blanks))
      case .question: nil
      }
    }
    sheet.insert(task)
    return sheet
  }

  /// Puts a paragraph below the first heading, or above all.
  public mutating func insert(_ paragraph: [ProseSpan<Number>]) {
    var place = 0
    if case .prose(.heading)? = parts.first { place = 1 }
    parts.insert(.prose(.paragraph(paragraph)), at: place)
  }

  /// The names of what the lesson gives.
  private var givenNames: Set<Formula> {
    var given: Set<Formula> = []
    for case .step(let step) in parts {
      for case .givens(let givens) in step.lines.map(\.content) {
        given.formUnion(givens.rows.flatMap(\.items).map(\.subject))
      }
    }
    return given
  }

  /// The numbers that the lesson gives: what its inputs, params and the like are, and what stands in its data.
  public var givenNumbers: Set<Double> {
    var given: Set<Double> = []
    for case .step(let step) in parts {
      if step.isOfData { given.formUnion(step.numbers) }
      for case .givens(let givens) in step.lines.map(\.content) {
        for item in givens.rows.flatMap(\.items) { given.insert(item.number.full) }
      }
    }
    return given
  }
}

extension Step {
  /// Whether it shows the rows of data.
  var isOfData: Bool { name.hasPrefix("data ") }
}

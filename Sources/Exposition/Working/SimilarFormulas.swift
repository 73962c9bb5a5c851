package import Algebra
package import Engine
package import PrintedNumbers
package import Transcript

/// Where formulas are shown of which many are alike: the first of them in full, and the results of the others behind it.
package struct SimilarFormulas {
  /// As many formulas are all shown in full, whatever their shape: a small network needs no shortening.
  package static let maxFormulasInFull = 24
  /// As many rows of a reverse pass, which are for given numbers, too.
  static let maxRowsInFull = 48
  /// Of what is of one kin, as many formulas of different shapes are shown in full.
  private static let maxShapes = 4

  /// How a formula is shown.
  package enum Presentation {
    /// In full, as the first of its shape.
    case first
    /// As a result, behind the formula at that place, which is like it.
    case like(Int)
    /// As a result, behind the formula at that place, which is of its kin, as there are too many shapes.
    case ofKin(Int)
  }

  private var indices: [SimilarityKey: Int] = [:]
  private var kin: [String: (shapeCount: Int, index: Int)] = [:]

  /// Nothing is shown yet.
  package init() {}

  /// How a formula is shown; if in full, then at `next`.
  package mutating func presentation(of key: SimilarityKey, next: Int) -> Presentation {
    if let index = indices[key] { return .like(index) }
    let count = kin[key.kin]?.shapeCount ?? 0
    if let index = kin[key.kin]?.index, count >= Self.maxShapes { return .ofKin(index) }
    kin[key.kin] = (count + 1, next)
    indices[key] = next
    return .first
  }
}

/// Results of formulas that are like one shown in full, or of its kin: names and numbers side by side.
package struct SimilarResults {
  /// As many are shown; of more the first ones.
  package static let maxResults = 24

  /// How those are seen that are shown as results only.
  package enum Way {
    /// All of them by one command: `explain h`.
    case all(String)
    /// Each by its own.
    case each((Formula) -> String)
  }

  private var shown: [NamedNumber] = []
  private var firstHidden: Formula?
  private var hiddenCount = 0
  private var valuelessCount = 0

  /// No results yet.
  package init() {}

  /// Adds one; it is worked out if it is shown.
  package mutating func add(_ subject: Formula, _ result: () throws(Fault) -> NamedNumber) throws(Fault) {
    if shown.count < Self.maxResults {
      shown.append(try result())
    } else {
      firstHidden = firstHidden ?? subject
      hiddenCount += 1
    }
  }

  /// Adds a derivative, which may have no value.
  package mutating func add(_ atom: Formula, _ number: Number, in style: NumberStyle) {
    if !number.value.isFinite {
      valuelessCount += 1
    } else if shown.count < Self.maxResults {
      shown.append(
        NamedNumber(atom, style.shown(number), relation: number.isRoundingOfZero ? .approximates : .equals))
    } else {
      firstHidden = firstHidden ?? atom
      hiddenCount += 1
    }
  }

  /// The lines, with the sentences that say how to see what they leave out.
  package func lines(level: Int, formulas: String = "same formula", seenBy way: Way) -> [Line] {
    var lines: [Line] = []
    if let first = shown.first?.subject {
      let words =
        switch way {
        case .all(let command): "\(formulas): \(command)"
        case .each(let command): "\(formulas); any of them: \(command(first))"
        }
      lines.append(Line(.results(shown, remark: .words(words)), level: level))
    }
    if let firstHidden {
      let more = "… \(hiddenCount) more like \(hiddenCount == 1 ? "this" : "these")"
      let words =
        switch way {
        case .all(let command): "\(more): \(command)"
        case .each(let command): "\(more); any of them: \(command(firstHidden))"
        }
      lines.append(Line(.remark([.words(words)]), level: level))
    }
    if valuelessCount > 0 {
      let words =
        "… \(valuelessCount) more like \(valuelessCount == 1 ? "this" : "these"), without a value here"
      lines.append(Line(.remark([.words(words)]), level: level))
    }
    return lines
  }
}

import Diagnostics
public import LessonDocument
import LessonLanguage

extension TrainingText {
  /// Why a lesson has no training that can be looked at.
  public enum Refusal: Error, Hashable, Sendable {
    /// It has so many trainings, and not the one that is asked for.
    case missing(count: Int)
    /// The training stands in a loop that goes through rows.
    case inRows
  }

  /// The lesson up to a training of it, counted from 1 in reading order. What stands behind the training is left out; of a
  /// loop in which it stands, the first pass is made as far as there.
  public init(_ document: LessonDocument, training number: Int) throws(Refusal) {
    let found = document.cells(of: .calc).flatMap { cell in
      parseCalc(document.file, cell.body).statements.flatMap { $0.trainings(in: cell, beneath: []) }
    }
    guard number >= 1, number <= found.count else { throw .missing(count: found.count) }
    let text = try document.text(upTo: found[number - 1])
    guard let cut = TrainingText(SourceFile(name: document.file.name, text: text)) else {
      throw .missing(count: found.count)
    }
    self = cut
  }

  /// A text that is made, which ends with a training by an optimizer that has a name.
  public init?(text: String, name: String) { self.init(SourceFile(name: name, text: text)) }
}

/// A training of a lesson, and what it stands in.
private struct FoundTraining {
  let statement: Statement
  let training: Training
  let cell: LessonDocument.Cell
  /// The loops around it, the outermost first.
  let loops: [Statement]
}

extension Statement {
  /// The statements of a loop.
  fileprivate var body: [Statement]? {
    switch kind {
    case .repeat(times: _, until: _, let body), .rows(_, of: _, let body): body
    default: nil
    }
  }

  fileprivate func trainings(
    in cell: LessonDocument.Cell, beneath loops: [Statement]
  ) -> [FoundTraining] {
    if case .train(let training) = kind {
      return [FoundTraining(statement: self, training: training, cell: cell, loops: loops)]
    }
    return (body ?? []).flatMap { $0.trainings(in: cell, beneath: loops + [self]) }
  }
}

extension LessonDocument {
  /// The text up to a training, the heads of the loops around it left out, and its optimizer with a name.
  fileprivate func text(upTo found: FoundTraining) throws(TrainingText.Refusal) -> String {
    let end = found.statement.range.upperBound
    var edits: [(range: SourceRange, text: String)] = []
    if let claims = frontMatter.claims {
      let line = file.lines[file.lineIndex(of: claims.range.lowerBound)]
      edits.append((line, ""))
    }
    for range in cells(of: .vary).map(wholeRange) where range.upperBound <= end {
      // What variants draw may be given behind the training.
      edits.append((range, ""))
    }
    for loop in found.loops {
      guard case .repeat = loop.kind, let first = loop.body?.first else { throw .inRows }
      edits.append((SourceRange(loop.range.lowerBound, first.range.lowerBound), ""))
      for statement in loop.body ?? [] where statement.range.upperBound <= end {
        // Rows of a loop's own table; outside of one nothing is recorded.
        if case .record = statement.kind { edits.append((statement.range, "")) }
      }
    }
    let call = found.training.optimizer
    let isNamed = statements.contains { statement in
      if case .optimizer(let name, _) = statement.kind { name.text == call.name.text } else { false }
    }
    if !isNamed {
      let name = file.freeName("descent")
      let start = found.statement.range.lowerBound
      edits.append((SourceRange(start, start), "optimizer \(name) = \(file[call.range])\n"))
      edits.append((call.range, name))
    }
    // Of an empty stretch and one that begins where it stands, the empty one comes first.
    edits.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    let fenceLine = file.lines[file.lineIndex(of: found.cell.kindRange.lowerBound)]
    let fence = file[SourceRange(fenceLine.lowerBound, found.cell.kindRange.lowerBound)]
    let cut = SourceFile(name: file.name, text: file[SourceRange(0, end)])
    return cut.text(with: edits) + "\n" + fence + "\n"
  }
  private func wholeRange(of cell: Cell) -> SourceRange {
    let opening = file.lines[file.lineIndex(of: cell.kindRange.lowerBound)]
    let closing = cell.isClosed ? file.lines[file.lineIndex(of: cell.body.upperBound)] : cell.body
    return SourceRange(opening.lowerBound, closing.upperBound)
  }
}

import Algebra
public import Diagnostics
import Engine
public import LessonDocument
import LessonLanguage
import LessonProgram

extension Lesson {
  /// Why a lesson cannot be written with other numbers.
  public enum WritingRefusal: Error {
    /// The lesson has errors with these numbers.
    case faulty([Diagnostic])
    /// The number of that name has no place of its own in the text, as one of a row of data has none.
    case hasNoPlace(name: String)
  }

  /// The text of a lesson without errors with numbers in the place of given ones: a run of it gives what a run of the lesson with
  /// these settings gives.
  ///
  /// Of a family of which all elements have one source, `b[1...8] = 0`, the others keep it: `b[1...2] = 0, b[3] = 0.5,
  /// b[4...8] = 0`.
  public func document(
    writtenWith settings: [RunOptions.Setting]
  ) throws(WritingRefusal) -> LessonDocument {
    let plan = plan(RunOptions(settings: settings))
    guard plan.diagnostics.isEmpty else { throw .faulty(plan.diagnostics) }
    guard !plan.settings.isEmpty else { return document }
    var elements: [SourceRange: [Instruction.Given]] = [:]
    for instruction in plan.instructions {
      if case .given(_, let givens) = instruction.kind { elements[instruction.range, default: []] += givens }
    }
    var edits: [(range: SourceRange, text: String)] = []
    for statement in document.statements {
      guard case .given(_, let givens) = statement.kind else { continue }
      for given in givens {
        let own = (elements[statement.range] ?? []).filter { ($0.family ?? $0.name.text) == given.name.text }
        edits += file.edits(of: given, elements: own, plan.settings)
      }
    }
    let text = file.text(with: edits)
    let written = LessonDocument(reading: SourceFile(name: file.name, text: text))
    // What is written is read, and held against what was meant.
    let (meant, found) = (plan.instructions.givens, Lesson(written, name: name).instructions.givens)
    let areAll = meant.map(\.name) == found.map(\.name)
    let wrong = zip(meant, found).first { one, other in
      if let number = plan.settings[one.name] {
        return other.draw != nil || other.formula.literalNumber?.value != number.value
      }
      return one.formula != other.formula || one.draw != other.draw
    }
    if let name = areAll ? wrong?.0.name.text : settings[0].name { throw .hasNoPlace(name: name) }
    return written
  }
}

extension [Instruction] {
  /// All given numbers, in order.
  fileprivate var givens: [Instruction.Given] {
    flatMap { instruction -> [Instruction.Given] in
      if case .given(_, let givens) = instruction.kind { givens } else { [] }
    }
  }
}

extension SourceFile {
  /// What is written anew of a number or a family where some of it has another number; nothing where none has.
  fileprivate func edits(
    of given: Given, elements: [Instruction.Given], _ settings: [Name: Number]
  ) -> [(range: SourceRange, text: String)] {
    let numbers = elements.map { settings[$0.name]?.writtenText }
    guard numbers.contains(where: { $0 != nil }) else { return [] }
    if case .value(let value) = given.source, case .list = value.kind {
      return zip(value.elements, numbers).compactMap { element, number in
        number.map { (element.range, $0) }
      }
    }
    let source = sourceRange(of: given)
    if elements.count == 1, let number = numbers[0] { return [(source, "= " + number)] }
    let end = given.ranges.last?.range.upperBound ?? source.upperBound
    let pieces = pieces(named: given.name.text, elements.map(\.indices), numbers)
    let text = pieces.map { "\($0.target) \($0.number.map { "= " + $0 } ?? self[source])" }
    return [(SourceRange(given.name.range.lowerBound, end), text.joined(separator: ", "))]
  }

  /// Where the source stands, with the `=` or `~` before it.
  private func sourceRange(of given: Given) -> SourceRange {
    let (range, sign) =
      switch given.source {
      case .value(let value): (value.range, UInt8(ascii: "="))
      case .draw(let call): (call.range, UInt8(ascii: "~"))
      }
    let start = bytes[..<range.lowerBound].lastIndex(of: sign) ?? range.lowerBound
    return SourceRange(start, range.upperBound)
  }
}

/// A family in pieces, in order: each element that has a number alone, and of the others those side by side.
private func pieces(
  named family: String, _ elements: [[Int]], _ numbers: [String?]
) -> [(target: String, number: String?)] {
  var pieces: [(target: String, number: String?)] = []
  var start = elements.startIndex
  while start < elements.endIndex {
    var end = start + 1
    if numbers[start] == nil {
      while end < elements.endIndex, numbers[end] == nil, elements[end].follows(elements[end - 1]) {
        end += 1
      }
    }
    let indices = zip(elements[start], elements[end - 1]).map { start + 1 == end ? "\($0)" : "\($0)...\($1)" }
    pieces.append(("\(family)[\(indices.joined(separator: ", "))]", numbers[start]))
    start = end
  }
  return pieces
}

extension [Int] {
  /// Whether an element stands behind another one in the same row.
  fileprivate func follows(_ other: [Int]) -> Bool {
    guard let last, let before = other.last else { return false }
    return dropLast() == other.dropLast() && last == before + 1
  }
}

extension Instruction.Given {
  /// The indices of an element of a family.
  fileprivate var indices: [Int] {
    name.text.dropFirst(family?.count ?? 0).dropFirst().dropLast().split(separator: ",").compactMap {
      Int($0)
    }
  }
}

extension Expression {
  /// The elements of a list, those of its rows one row after the other.
  fileprivate var elements: [Expression] {
    if case .list(let elements) = kind { elements.flatMap(\.elements) } else { [self] }
  }
}

extension Number {
  /// As it is written in a lesson.
  fileprivate var writtenText: String { text ?? value.description }
}

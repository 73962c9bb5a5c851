import Algebra
public import Diagnostics
import Engine
import Exposition
import LessonDocument
import PrintedNumbers
public import Transcript

extension Lesson {
  /// What the author should look at twice, in reading order, at most 100: nothing of it keeps the lesson from running.
  ///
  /// - A number typed in running text that is one of those that the run has computed, which it would contradict as soon as
  ///   somebody changes a number. In inline code a number is a quotation, such as what is printed elsewhere.
  /// - A mark of emphasis beside a digit, which may be meant as a multiplication.
  ///
  /// - Parameter transcript: A run of the lesson with its own numbers.
  /// - Complexity: O(n log n) for n numbers that are shown or typed.
  public func warnings(about transcript: Transcript) -> [Diagnostic] {
    var findings = document.findings
    findings.add(questionFindings)
    var warnings = findings.marksAtDigits.map { mark in
      Diagnostic(
        "this mark of emphasis stands beside a digit: it is not shown, and sets off what follows", at: mark,
        hint:
          "a multiplication is written `·`, or stands in backquotes; a backslash before the mark shows it",
        kind: .warning)
    }
    if !findings.typedNumbers.isEmpty {
      let computed = ComputedNumbers(of: transcript)
      warnings += findings.typedNumbers.compactMap { warning(about: $0, computed) }
    }
    return Lesson.firstInOrder(warnings)
  }

  private func warning(about typed: SourceRange, _ computed: ComputedNumbers) -> Diagnostic? {
    let text = document.file[typed]
    let match = computed.match(of: text) ?? nameBefore(typed).flatMap { computed.match(of: text, called: $0) }
    guard let match else { return nil }
    let value = match.subject.map { ": `= \($0.text(.calc).shortened(to: 60))`" } ?? ""
    return Diagnostic(
      "\(text) is a number of the lesson: typed, it stays as it is when somebody changes a number",
      at: typed,
      hint:
        "as inline code that begins with `=` it changes along\(value); what is only quoted, as it is printed elsewhere, is inline code, too",
      kind: .warning)
  }

  /// The name of which the number at `range` is said to be the value: `w5 is 0.5`, `w5 = 0.5`.
  private func nameBefore(_ range: SourceRange) -> String? {
    let reach = 80
    let start = max(0, range.lowerBound - reach)
    let words = String(decoding: document.file.bytes[start..<range.lowerBound], as: UTF8.self)
      .split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let link = words.last, link == "=" || link == "is" else { return nil }
    return String(words[words.count - 2])
  }
}

import Algebra
import Diagnostics
import LessonDocument
import PrintedNumbers
import Transcript

// Rules of what is asked.

extension StyleRule {
  /// That a question is one.
  static let answers = StyleRule(
    name: "answers",
    summary:
      "The answer to a question does not stand in the step before it, nor in the prose between the two."
  ) { lesson in
    lesson.transcript.questions.compactMap { question in
      guard case .number(let answer) = question.kind,
        let given = answer.given(in: lesson.page.textAbove(question))
      else { return nil }
      let cell = lesson.cells(.ask).first {
        lesson.document.file.location(of: $0.kindRange.lowerBound).line == question.line
      }
      return Diagnostic(
        "the answer to this question stands just above it: \(given)",
        at: cell?.kindRange ?? lesson.titleRange,
        hint: "ask before the lesson tells it, or ask for what takes one step more", kind: .warning)
    }
  }
}

extension Question.NumberAnswer {
  /// Fewer digits than these stand in many lines, and give nothing away.
  private static let fewestDigits = 2

  /// The number in `text` that is the answer, at the digits that are asked for and whatever its sign; `nil` where there is
  /// none.
  fileprivate func given(in text: String) -> String? {
    let answers = accepted.compactMap { number in
      number.text.flatMap { DecimalDigits(text: $0) }?.magnitude
    }.filter { $0.digits.count >= Self.fewestDigits }
    guard !answers.isEmpty || tolerance != nil else { return nil }
    return text.printedNumbers.first { printed in
      guard let number = DecimalDigits(text: printed)?.magnitude, number.digits.count >= Self.fewestDigits
      else { return false }
      if let tolerance { return abs(number.value - abs(value)) <= tolerance.width(around: value) }
      return answers.contains { answer in
        number == answer
          || number.decimals > digits && digits > 0
            && (number.shortened(toDecimals: digits, .rounded) == answer
              || number.shortened(toDecimals: digits, .cutOff) == answer)
      }
    }
  }
}

extension String {
  /// The numbers that stand in the text, without their signs; the digits of a name such as `w5` are none.
  fileprivate var printedNumbers: [String] {
    var numbers: [String] = []
    let characters = Array(self)
    var index = 0
    while index < characters.count {
      guard characters[index].isASCII, characters[index].isNumber else {
        index += 1
        continue
      }
      let start = index
      var hasPoint = false
      while index < characters.count, characters[index].isASCII,
        characters[index].isNumber
          || (characters[index] == "." && !hasPoint && index + 1 < characters.count
            && characters[index + 1].isNumber)
      {
        if characters[index] == "." { hasPoint = true }
        index += 1
      }
      // An exponent in one piece with the number: `4.92e-05`.
      var end = index
      if end + 2 < characters.count, characters[end] == "e", "+-".contains(characters[end + 1]) {
        end += 2
        while end < characters.count, characters[end].isASCII, characters[end].isNumber { end += 1 }
        if end > index + 2 { index = end }
      }
      let isInName = start > 0 && (characters[start - 1].isLetter || characters[start - 1] == "_")
      if !isInName { numbers.append(String(characters[start..<index])) }
    }
    return numbers
  }
}

/// The numbers behind the questions of a lesson, at the end of its page.
extension Reading {
  /// An answer or a mistake has the number that it had where the question is asked, and the replies are that number,
  /// shortened.
  mutating func readAnswer(
    _ text: String, _ known: KnownNumbers, _ line: Int, accepted: [String]
  ) throws(Unreadable) {
    tally.answers += 1
    let sides = try Side.sides(of: text)
    guard let last = sides.last, let result = Numeral(last.text), sides.count <= 2 else {
      throw Unreadable(description: "‘\(text)’ is no number of an answer")
    }
    if last.relation == .approximates {
      tally.approximations += 1
    } else if let value = sides[0].value {
      tally.equalities += sides.count - 1
      if !result.agrees(with: value) { fault(line, "‘\(sides[0].text)’ is \(value), not \(result.text)") }
    } else if !known.areCurrent(in: sides[0].expression) {
      // Nothing on the page tells this number.
    } else if let shown = known[sides[0].text] {
      tally.answersOfShownNumbers += 1
      if !known.areSame(result, shown) {
        fault(line, "\(sides[0].text) is \(shown.text) where the question is asked, not \(result.text)")
      }
    } else if let estimate = known.value(of: sides[0].expression) {
      tally.answersOfShownNumbers += 1
      if !known.isNear(result, estimate) {
        fault(line, "\(sides[0].text) is \(estimate.value) by this page's numbers, not \(result.text)")
      }
    }
    for text in accepted {
      tally.replies += 1
      guard let reply = Numeral(text) else { throw Unreadable(description: "‘\(text)’ is no reply") }
      // The number behind the result may lie on either side of it.
      let slack = known.uncertainty(result)
      let near = [0, slack, -slack].map { result.value + $0 }
      if !near.contains(where: reply.agrees) { fault(line, "\(text) is not \(result.text), shortened") }
    }
  }
}

/// A sentence that stands among worked lines, or beside one.
///
/// The list of their shapes is closed: a worked line that has lost its sign is no sentence.
enum Sentence {
  /// What decided a condition: `because 2 > 1.5, 0 < 1`.
  case reasons([String])
  /// The families whose results stand before: `same formulas: explain h, explain y`.
  case sameFormula([String])
  /// Elements of a family that are not shown: `… 6 more like these: explain x`.
  case hidden(count: Int, family: String)
  /// What `…` stands for: `… is 94 more; in full: explain`.
  case leftOut
  /// The replies to a question that are right: `accepted: 0.667 or 0.666`.
  case accepted([String])
  /// Anything that says nothing to be worked out.
  case other

  /// The sentence that `text` is; `nil` where it has none of the known shapes.
  init?(_ text: String) {
    if let comparisons = text.wholeMatch(of: /because (.*[^,])/)?.1 {
      self = .reasons(comparisons.split(separator: ", ").map(String.init))
    } else if let list = text.wholeMatch(of: /same formulas?: (explain [^ ,]+(?:, explain [^ ,]+)*)/)?.1 {
      self = .sameFormula(list.split(separator: ", ").map { String($0.trimmingPrefix("explain ")) })
    } else if let parts = text.wholeMatch(of: /… (\d+) more like (?:this|these): explain ([^ ]+)/)?.output,
      let count = Int(parts.1)
    {
      self = .hidden(count: count, family: String(parts.2))
    } else if text.wholeMatch(of: /… is \d+ more; in full: explain( [^ ]+)?/) != nil {
      self = .leftOut
    } else if let replies = text.wholeMatch(of: /accepted: ([^ ]+(?: or [^ ]+)?)/)?.1 {
      self = .accepted(replies.split(separator: " or ").map(String.init))
    } else if Self.shapes.contains(where: { text.wholeMatch(of: $0) != nil }) {
      self = .other
    } else {
      return nil
    }
  }

  private static var shapes: [Regex<Substring>] {
    [
      /[^ ]+ reaches [^ ]+ by \d+ paths:/,
      /[^ ]+ does not reach [^ ]+/,
      /passes [^ ]+(?:, [^ ]+)*(?: and [^ ]+)? on with factor 1, left out/,
      /… \d+ more, not as large as those above nor as small as those below/,
      /… \d+ more like these: explain shows any of them/,
      /… \d+ more set in the same way/,
      /the last term is the sum of the \d+ others/,
      /in full: explain .+/,
      /(?:input|target|param|const), worked out once/,
      /given/,
      /rounding of binary arithmetic/,
      /forward: no value has changed/,
      /All derivatives first:/,
      /Then all changes(?:, step \d+ of .+|, by .+)?:/,
      /[^ ]+ in full:/,
      /Training .+ to reduce .+ with .+, \d+ epochs?(?: of \d+ rows?.*)?:/,
      /ended after \d+ epochs?/,
      /after \d+ epochs? it still is not so that .+/,
      /stopped after epoch \d+, because .+/,
      /stopped after epoch \d+: \d+ epochs? without improvement/,
      /the params are those of epoch \d+, the best on [^ ]+/,
    ]
  }
}
